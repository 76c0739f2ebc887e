package dev.sayso.landing;

/**
 * What readers of a page meet was changed: it was published, or taken back.
 */
record PagePublicationChanged(String slug) {

}
