package dev.sayso.offer;

public record OfferDraft(String name, String description, OfferContent content) {

}
