package dev.sayso.consent.card;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import dev.sayso.consent.Declaration;
import dev.sayso.consent.OwnRefusalException;
import dev.sayso.consent.Pause;
import dev.sayso.consent.PauseRefusedException;
import dev.sayso.consent.PauseStatement;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.consent.Statement;
import dev.sayso.consent.ledger.RecordPause;
import dev.sayso.consent.ledger.RecordSay;
import dev.sayso.consent.ledger.Says;
import dev.sayso.person.ProfileLookup;
import dev.sayso.person.ProfileName;
import dev.sayso.shared.Actor;
import dev.sayso.shared.api.IfMatch;
import dev.sayso.shared.api.ProblemException;
import dev.sayso.shared.ProfileId;
import dev.sayso.store.LowDiskException;

/**
 * Records what another system says of a person, together with what is only kept, in one
 * transaction.
 */
@Component
class ConsentsPatch {

	private static final int MOST = 20_000;

	private final ProfileLookup references;

	private final RecordSay record;

	private final RecordPause pauses;

	private final Says says;

	private final JsonMapper json;

	private final TransactionTemplate transaction;

	private final Clock clock;

	ConsentsPatch(ProfileLookup references, RecordSay record, RecordPause pauses, Says says, JsonMapper json,
			TransactionTemplate transaction, Clock clock) {
		this.references = references;
		this.record = record;
		this.pauses = pauses;
		this.says = says;
		this.json = json;
		this.transaction = transaction;
		this.clock = clock;
	}

	/**
	 * Patches what somebody said, all of it or nothing but the noes, of which a pause is
	 * one for a time: those are taken whatever else is wrong with the body.
	 * @param match the header <em>If-Match</em>
	 * @return what they say now
	 * @throws ProblemException 422 with a pointer to each fault, 409 {@code own-no}
	 * @throws dev.sayso.shared.StaleEditException when another version was meant
	 */
	public Say patch(String reference, LenientBody body, Actor token, boolean mayLift, @Nullable String match) {
		try {
			return Objects.requireNonNull(
					this.transaction.execute((status) -> patchWhole(reference, body, token, mayLift, match)));
		}
		catch (ProblemException ex) {
			throw keepNoes(ex, reference, body, token);
		}
		catch (OwnRefusalException ex) {
			throw keepNoes(ownNo(ex), reference, body, token);
		}
		catch (LowDiskException ex) {
			throw keepNoes(ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, ex.detail()), reference, body, token);
		}
	}

	/** What is compared with what stands, or kept beside it, has to hold it meanwhile. */
	private Say patchWhole(String reference, LenientBody body, Actor token, boolean mayLift, @Nullable String match) {
		Say read = (match != null) ? this.record.hold(this.references.findId(reference)) : read(reference);
		IfMatch.check(match, tag(read));
		if (body.fault() != null) {
			throw body.fault();
		}
		ConsentsBody.Patch patch = read(body, read);
		boolean keeps = !patch.extras().equals(extras(read));
		if (keeps && match == null) {
			patch = read(body, this.record.hold(read.profile()));
		}
		Declaration by = Declaration.byApi(token, mayLift, patch.statements(), patch.evidence(), patch.own());
		Say said = this.record.record(read, by);
		if (!patch.pauses().isEmpty()) {
			patch.pauses().forEach((statement) -> pause(read.profile(), by, statement));
			said = this.says.get(read.profile());
		}
		if (!keeps) {
			return said;
		}
		String kept = kept(patch);
		this.record.keepExtras(read.profile(), kept);
		return said.with(kept);
	}

	private void pause(ProfileId profile, Declaration by, PauseStatement statement) {
		try {
			this.pauses.record(profile, by, statement);
		}
		catch (PauseRefusedException ex) {
			String pointer = PauseValues.pointer(ex.purpose());
			throw switch (ex.fault()) {
				case PAST -> ProblemException
					.faulty(List.of(new ProblemException.Fault(pointer + "/until", "is over where the person lives")));
				case TOO_FAR -> ProblemException
					.faulty(List.of(new ProblemException.Fault(pointer + "/until", "is more than a year ahead")));
				case OWN, STALE -> ProblemException.conflict("own-no",
						"This is the person's own pause (own-no): ending or shortening it takes a reason, evidence and a"
								+ " token with the scope lift.",
						List.of(new ProblemException.Fault(pointer, "is the person's own pause")),
						Map.of("code", "own-no"));
			};
		}
	}

	private Say read(String reference) {
		ProfileName name = this.references.name(reference);
		return (name == null || name.shared()) ? this.says.get(this.references.findId(reference)) : this.says.get(name);
	}

	private ConsentsBody.Patch read(LenientBody body, Say say) {
		ConsentsBody.Patch patch = ConsentsBody.read(body, extras(say), this.clock.instant());
		if (!patch.faults().isEmpty()) {
			throw ProblemException.faulty(patch.faults());
		}
		return patch;
	}

	private static String kept(ConsentsBody.Patch patch) {
		String kept = patch.extras().toString();
		if (kept.length() > MOST) {
			throw ProblemException.of(HttpStatus.CONTENT_TOO_LARGE,
					"What is kept beside the say has at most " + MOST + " characters.");
		}
		return kept;
	}

	private ProblemException keepNoes(ProblemException problem, String reference, LenientBody body, Actor token) {
		ConsentsBody.Patch patch = ConsentsBody.read(body, this.json.createObjectNode(), this.clock.instant());
		List<Purpose> noes = patch.noes().stream().map(Statement::purpose).distinct().toList();
		Set<Purpose> paused = new TreeSet<>();
		if (!noes.isEmpty() || !patch.begun().isEmpty()) {
			ProfileId profile = this.references.findId(reference);
			Declaration by = Declaration.byApi(token, false, patch.noes(), patch.evidence(), patch.own());
			this.transaction.executeWithoutResult((status) -> {
				this.record.record(profile, by);
				patch.begun()
					.stream()
					.filter((statement) -> this.pauses.extend(profile, by, statement).isPresent())
					.forEach((statement) -> paused.add(statement.purpose()));
			});
		}
		if (noes.isEmpty() && paused.isEmpty()) {
			return problem;
		}
		return problem.taking(sentence(noes, paused, patch.doubtful()),
				Stream.concat(noes.stream().map(ConsentsBody::pointer), paused.stream().map(PauseValues::pointer))
					.toList());
	}

	private static String sentence(Collection<Purpose> noes, Collection<Purpose> paused, boolean doubtful) {
		String taken = Stream
			.concat(named("no", "noes", noes.stream().map(Purpose::key).toList()),
					named("pause", "pauses", paused.stream().map(Pause::key).toList()))
			.collect(Collectors.joining(" and the "));
		return "The " + taken + ((noes.size() + paused.size() == 1) ? " was taken" : " were taken")
				+ (doubtful ? " as the person's own, since nobody can tell by whom it is," : "")
				+ " and nothing else in the body.";
	}

	private static Stream<String> named(String one, String several, List<String> keys) {
		return keys.isEmpty() ? Stream.empty() : Stream
			.of(((keys.size() == 1) ? one : several) + (one.equals("no") ? " to " : " of ") + String.join(", ", keys));
	}

	private static ProblemException ownNo(OwnRefusalException ex) {
		return ProblemException.conflict("own-no",
				"This is the person's own no (own-no): lifting it takes a reason, evidence and a token with the scope lift.",
				ex.purposes()
					.stream()
					.sorted()
					.map((purpose) -> new ProblemException.Fault(ConsentsBody.pointer(purpose),
							"is the person's own no"))
					.toList(),
				Map.of("code", "own-no"));
	}

	/** The version of what somebody said and of what is kept beside it. */
	String tag(Say say) {
		ObjectNode extras = extras(say);
		String kept = extras.isEmpty() ? "" : "-" + Integer.toHexString(extras.toString().hashCode());
		return '"' + say.tag().orElseThrow() + kept + '"';
	}

	ObjectNode extras(Say say) {
		String kept = (say.mark() != null) ? say.mark().extras() : null;
		return (kept != null) ? (ObjectNode) this.json.readTree(kept) : this.json.createObjectNode();
	}

}
