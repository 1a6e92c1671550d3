// A form that goes on by itself; without scripts its button does the same.
document.querySelectorAll("form[data-carry-on]").forEach(function (form) {
  form.submit();
});
