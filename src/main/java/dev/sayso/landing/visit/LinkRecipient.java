package dev.sayso.landing.visit;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Say;
import dev.sayso.landing.AddressMask;
import dev.sayso.landing.LinkToken;
import dev.sayso.person.Profile;

/**
 * Whom a personal link identified.
 *
 * @param link null in a preview
 */
public record LinkRecipient(Profile profile, Say say, LinkToken.@Nullable Link link) {

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
