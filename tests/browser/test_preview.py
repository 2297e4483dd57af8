"""Live reload on the real thing: a seed is edited, and the open page shows it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.browser.conftest import ROOT
from tests.test_serve import Served
from tests.test_serve_browser import shows, wait_for

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page


def test_an_edited_seed_is_shown(page: Page, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "seeds", project / "seeds")
    shutil.copy(ROOT / "sitegen.toml", project)
    seed = next((project / "seeds").glob("000*"))
    served = Served(project, program=("-m", "sitegen"))
    try:
        page.goto(f"http://{served.host}:{served.port}/000.html")
        wait_for(page, shows("Zakharova warned on Thursday"))
        seed.write_text(seed.read_text(encoding="utf-8").replace("on Thursday", "at noon"), encoding="utf-8")
        wait_for(page, shows("Zakharova warned at noon"))
        assert not (project / "site").exists()
    finally:
        served.end()
