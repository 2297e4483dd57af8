// Copies the address of a paragraph when its chain sign is used. Without this script the sign is a plain link.
document.addEventListener("click", function (event) {
  var link = event.target.closest ? event.target.closest("a.permalink") : null;
  if (!link || !navigator.clipboard) return;
  navigator.clipboard.writeText(link.href).then(function () {
    var status = document.querySelector(".copied");
    status.textContent = "Address copied";
    status.classList.add("shown");
    setTimeout(function () { status.classList.remove("shown"); status.textContent = ""; }, 2500);
  }, function () {});
});

// Opens the fold around the passage that the address names, where a browser does not do so by itself.
function unfold() {
  var target = document.getElementById(location.hash.slice(1));
  var fold = target && target.closest ? target.closest("details") : null;
  if (!fold || fold.open) return;
  fold.open = true;
  target.scrollIntoView();
}
addEventListener("hashchange", unfold);
unfold();
