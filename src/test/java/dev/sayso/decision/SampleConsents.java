package dev.sayso.decision;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Consent;
import dev.sayso.consent.Purpose;
import dev.sayso.person.Origin;

/**
 * What people in tests said.
 */
final class SampleConsents {

	private SampleConsents() {
	}

	static List<Consent> personalize(boolean yes) {
		Instant since = Instant.EPOCH;
		return yes ? List.of(new Consent(Purpose.PERSONALIZE_CONTENT, Choice.YES, since, since, Origin.SUBJECT, true,
				"", null, null, new UUID(0, 0))) : List.of();
	}

}
