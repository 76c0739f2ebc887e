package dev.sayso.offer.editor;

import java.util.List;

import dev.sayso.offer.OfferOutline;

/**
 * An offer in the list, ready to show.
 *
 * @param time message key of where its validity stands
 * @param places each placement with its languages
 * @param personalized whether it reads a person's data
 */
record ListedOffer(OfferOutline row, String time, List<Place> places, List<String> qualifiers, boolean personalized) {

	/** A placement and the languages it is spoken to in. */
	record Place(String name, String languages) {

	}

}
