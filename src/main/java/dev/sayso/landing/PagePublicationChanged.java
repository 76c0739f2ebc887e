package dev.sayso.landing;

/**
 * A page was published or taken back, so that its readers see something else.
 */
record PagePublicationChanged(String slug) {

}
