"""Write a site so that readers meet the old one or the new one, whole, and never half of each.

Pages are streamed into a staging folder beside the output; then the two folders change places by rename.
Files in the output that sitegen did not write are carried over and never touched.
"""

from __future__ import annotations

from sitegen.write.stage import Stage, Written, staged

__all__ = ["Stage", "Written", "staged"]
