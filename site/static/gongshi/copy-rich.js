// Copies an element with its look. Without the clipboard the text is selected, so that Ctrl-C takes it.
document.querySelectorAll("[data-copy-rich]").forEach(function (button) {
  button.addEventListener("click", function () {
    var range = document.createRange();
    range.selectNode(document.getElementById(button.dataset.copyRich));
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    if (document.execCommand("copy")) {
      button.textContent = button.dataset.copied;
      selection.removeAllRanges();
    }
  });
});
