package dev.sayso.landing.visit;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Say;
import dev.sayso.landing.LinkToken;
import dev.sayso.person.AddressMask;
import dev.sayso.person.Profile;
import dev.sayso.service.Subscriptions;

/**
 * Whom a personal link identified.
 *
 * @param link null in a preview
 * @param subscriptions as far as the page asks about services
 * @param attributes as far as the page asks for some
 */
public record LinkRecipient(Profile profile, Say say, LinkToken.@Nullable Link link,
		Subscriptions.OfPerson subscriptions, Map<String, Object> attributes) {

	public LinkRecipient(Profile profile, Say say, LinkToken.@Nullable Link link) {
		this(profile, say, link, new Subscriptions.OfPerson(Map.of()), Map.of());
	}

	/** How a result names them without telling others: a masked address. */
	@Nullable String masked() {
		String email = this.profile.details().email();
		if (email != null) {
			return AddressMask.email(email);
		}
		String mobile = this.profile.details().mobile();
		return (mobile != null) ? AddressMask.phone(mobile) : null;
	}

}
