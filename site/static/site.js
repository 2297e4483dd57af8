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
