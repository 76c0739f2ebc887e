package dev.sayso.consent.suppression;

import java.util.Map;

import dev.sayso.consent.Evidence;
import dev.sayso.shared.Actor;
import dev.sayso.shared.Channel;

/**
 * What somebody says of an address: that it must not be used.
 *
 * @param address normalised
 * @param evidence what proves it
 */
public record StatedSuppression(String address, Suppression suppression, Actor by, Evidence evidence) {

	Map<Channel, String> alone() {
		return Map.of(this.suppression.channel(), this.address);
	}

}
