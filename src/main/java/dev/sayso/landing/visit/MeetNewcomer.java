package dev.sayso.landing.visit;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.Submissions;
import dev.sayso.person.Details;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.ProfileId;

/**
 * Makes a profile of somebody nobody knew, with what they said; a no that was kept for
 * their address stands above it.
 */
@Component
class MeetNewcomer {

	private final ProfileManagement profiles;

	private final Says says;

	private final RecordSay record;

	private final Submissions submissions;

	MeetNewcomer(ProfileManagement profiles, Says says, RecordSay record, Submissions submissions) {
		this.profiles = profiles;
		this.says = says;
		this.record = record;
		this.submissions = submissions;
	}

	void meet(PublishedPage page, PageWording wording, Details typed, List<Statement> said, VisitorSays by) {
		ProfileId profile = this.profiles.create(speaking(typed, wording.language()), Map.of(), FormDetails.by(page))
			.id();
		this.submissions.found(by.submission(), profile);
		Say kept = this.says.of(profile);
		List<Statement> statements = said.stream()
			.filter((statement) -> statement.choice() != Choice.DEFAULT_NO
					|| kept.explicit(statement.purpose()) == Choice.UNKNOWN)
			.toList();
		this.record.record(profile, by.says(statements));
	}

	/**
	 * Somebody is written to in the language in which they filled in the form.
	 */
	private static Details speaking(Details typed, String language) {
		return (typed.language() != null) ? typed
				: new Details(typed.externalId(), typed.firstName(), typed.lastName(), typed.email(), typed.mobile(),
						typed.phone(), typed.fax(), typed.pushToken(), typed.street(), typed.postalCode(), typed.city(),
						typed.country(), language, typed.timeZone(), typed.birthDate());
	}

}
