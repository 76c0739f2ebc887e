package dev.sayso.landing.confirmation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.PendingDetails;
import dev.sayso.person.Profile;
import dev.sayso.service.Subscription;

/**
 * The opt-ins and details of a person that wait to be confirmed.
 *
 * @param optIns with when and where each was asked for
 * @param services that they asked to subscribe to
 * @param details that somebody typed about them, oldest first
 * @param mail message key of how far the mail is that asks about it
 */
record PendingConfirmation(Profile profile, List<OptIn> optIns, List<Subscription> services,
		List<PendingDetails.Entry> details, String mail) {

	/**
	 * @param source where it was said; empty where nobody noted it
	 * @param recorded whether it is recorded as pending itself, not beside another say
	 * @param lifts the no that confirming it lifts; null where it lifts none
	 */
	record OptIn(Purpose purpose, Instant at, String source, boolean recorded, @Nullable Consent lifts) {
	}

	Set<Purpose> purposes() {
		return this.optIns.stream().map(OptIn::purpose).collect(Collectors.toSet());
	}

	/** The details as they would be: what was typed last holds. */
	Map<String, String> fields() {
		return this.details.stream()
			.flatMap((entry) -> entry.fields().entrySet().stream())
			.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (earlier, later) -> later, TreeMap::new));
	}

	Instant since() {
		return Stream
			.of(this.optIns.stream().map(OptIn::at), this.services.stream().map(Subscription::since),
					this.details.stream().map(PendingDetails.Entry::at))
			.flatMap((times) -> times)
			.min(Instant::compareTo)
			.orElse(Instant.EPOCH);
	}

}
