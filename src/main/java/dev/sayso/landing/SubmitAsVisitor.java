package dev.sayso.landing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import dev.sayso.consent.Choice;
import dev.sayso.consent.Declaration;
import dev.sayso.consent.Evidence;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.RecordSay;
import dev.sayso.consent.Say;
import dev.sayso.consent.Says;
import dev.sayso.consent.Statement;
import dev.sayso.landing.Edition.Wording;
import dev.sayso.profile.AddressOwners;
import dev.sayso.profile.Details;
import dev.sayso.profile.KeepProfile;
import dev.sayso.profile.Profiles;
import dev.sayso.shared.Ids;
import dev.sayso.shared.Moments;
import dev.sayso.shared.ProfileId;

/**
 * Takes what somebody sent whom nobody identified, by the rules of reconciliation: a no
 * applies to everybody with their address, anything else waits.
 */
@Component
class SubmitAsVisitor {

	private final AddressOwners owners;

	private final Profiles profiles;

	private final KeepProfile keep;

	private final Says says;

	private final RecordSay record;

	private final Submissions submissions;

	private final WaitingDetails waiting;

	private final Proof proof;

	private final Moments moments;

	SubmitAsVisitor(AddressOwners owners, Profiles profiles, KeepProfile keep, Says says, RecordSay record,
			Submissions submissions, WaitingDetails waiting, Proof proof, Moments moments) {
		this.owners = owners;
		this.profiles = profiles;
		this.keep = keep;
		this.says = says;
		this.record = record;
		this.submissions = submissions;
		this.waiting = waiting;
		this.proof = proof;
		this.moments = moments;
	}

	/**
	 * Takes a form.
	 * @param typed the details in it
	 * @return the submission
	 */
	@Transactional
	public UUID submit(Edition edition, Wording wording, Details typed, Posted posted, Visit visit) {
		List<ProfileId> known = this.owners.of(typed);
		UUID id = Ids.next();
		this.submissions.add(new Submission(id, edition.page(), edition.version(), posted.opening(),
				known.isEmpty() ? null : known.get(0), false, 0, false, wording.language(), this.moments.now(),
				SubmitPage.content(edition, posted, false), null));
		Evidence evidence = this.proof.of(edition, wording, visit, posted, Proof.nothingShown(), null);
		if (known.isEmpty()) {
			newcomer(edition, wording, typed, answers(edition, posted), by(edition, evidence, id, visit));
		}
		else {
			List<Statement> statements = edition.denylist() ? stop() : answers(edition, posted).byVisitor();
			known.forEach((profile) -> this.record.record(profile,
					by(edition, evidence, id, visit).says(heard(edition, statements, profile.equals(known.get(0))))));
			details(edition, known.get(0), typed, id);
		}
		return id;
	}

	private void newcomer(Edition edition, Wording wording, Details typed, Answers answers, By by) {
		ProfileId profile = this.keep.create(speaking(typed, wording.language()), Map.of(), EditedDetails.by(edition))
			.id();
		this.submissions.found(by.submission(), profile);
		Say kept = this.says.of(profile);
		List<Statement> statements = (edition.denylist() ? stop() : answers.byNewcomer()).stream()
			.filter((statement) -> statement.choice() != Choice.DEFAULT_NO
					|| kept.explicit(statement.purpose()) == Choice.UNKNOWN)
			.toList();
		this.record.record(profile, by.says(statements));
	}

	/**
	 * What the form says of one of those who share the address: a no is everybody's, an
	 * opt-in waits with the oldest, if the page takes them at all.
	 */
	private static List<Statement> heard(Edition edition, List<Statement> statements, boolean oldest) {
		return statements.stream()
			.filter((statement) -> statement.choice() == Choice.NO || (oldest && edition.updatesKnown()))
			.toList();
	}

	private void details(Edition edition, ProfileId profile, Details typed, UUID submission) {
		Map<String, Object> before = this.profiles.findById(profile)
			.map((found) -> found.details().fields())
			.orElse(Map.of());
		Map<String, String> differing = new HashMap<>();
		typed.fields().forEach((name, value) -> {
			if (!value.equals(before.get(name))
					&& !value.toString().equalsIgnoreCase(String.valueOf(before.get(name)))) {
				differing.put(name, value.toString());
			}
		});
		if (edition.updatesKnown() && !differing.isEmpty()) {
			this.waiting.add(submission, profile, edition.page(), this.moments.now(), differing);
		}
	}

	private static Answers answers(Edition edition, Posted posted) {
		return new Answers(edition.boxes(), null, Proof.nothingShown(), posted.ticked());
	}

	private static List<Statement> stop() {
		return List.of(Statement.of(Purpose.MARKETING_ANY, Choice.NO));
	}

	private static By by(Edition edition, Evidence evidence, UUID submission, Visit visit) {
		return new By(evidence, edition.source(), submission, visit.gpc());
	}

	private static Details speaking(Details typed, String language) {
		return (typed.language() != null) ? typed
				: new Details(typed.externalId(), typed.firstName(), typed.lastName(), typed.email(), typed.mobile(),
						typed.phone(), typed.fax(), typed.pushToken(), typed.street(), typed.postalCode(), typed.city(),
						typed.country(), language, typed.timeZone(), typed.birthDate());
	}

	/** What every statement of the form comes with. */
	private record By(Evidence evidence, String source, UUID submission, boolean gpc) {

		Declaration says(List<Statement> statements) {
			List<Statement> all = new ArrayList<>(statements);
			if (this.gpc) {
				all.add(Statement.of(Purpose.SHARE, Choice.NO));
			}
			return Declaration.byVisitor(all, this.evidence, this.source, this.submission);
		}

	}

}
