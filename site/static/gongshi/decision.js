// Two conveniences of a record's page: print, and copy the citation. Each button shows itself only where its act works.
(function () {
  "use strict";

  function selectText(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    var selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copy(button) {
    var source = document.getElementById(button.getAttribute("data-from"));
    selectText(source);
    var copied = document.execCommand("copy");
    window.getSelection().removeAllRanges();
    if (copied) {
      button.textContent = button.getAttribute("data-done");
      document.getElementById("act-status").textContent = button.getAttribute("data-done");
    }
  }

  var acts = {
    print: { works: typeof window.print === "function", run: function () { window.print(); } },
    copy: {
      works: typeof document.queryCommandSupported === "function" && document.queryCommandSupported("copy"),
      run: copy
    }
  };

  Array.prototype.forEach.call(document.querySelectorAll("[data-act]"), function (button) {
    var act = acts[button.getAttribute("data-act")];
    if (!act.works) { return; }
    button.parentNode.hidden = false;
    button.addEventListener("click", function () { act.run(button); });
  });
})();
