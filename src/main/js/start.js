// Begins the download a page was opened for; without scripts its link does.
document.querySelector('a[data-start]')?.click();
