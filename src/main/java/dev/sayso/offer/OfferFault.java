package dev.sayso.offer;

import java.util.List;

import dev.sayso.offer.text.TextFault;

/**
 * What is wrong with a part of something in the catalogue.
 */
public record OfferFault(String code, List<Object> args) {

	public static OfferFault of(String code, Object... args) {
		return new OfferFault(code, List.of(args));
	}

	public static OfferFault of(TextFault fault) {
		return of(fault.key(), fault.args());
	}

}
