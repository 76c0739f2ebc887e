package dev.sayso.decision.outcome;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.decision.DecisionContext;
import dev.sayso.decision.DecisionReason;
import dev.sayso.decision.DecisionResult;
import dev.sayso.decision.ScopeResult;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SecretKeys;
import dev.sayso.shared.TokenSeal;

/**
 * Propositions that a page was given many of at once and may never show. Each is in its
 * page's hands, signed, and becomes one of ours with the first event that is told of it.
 */
@Component
public class SealedPropositions {

	/** A page that shows something later than this has asked again. */
	private static final Duration LIFE = Duration.ofDays(1);

	private static final byte KIND = 1;

	private static final int FIELDS = 9;

	private final TokenSeal seal;

	private final Clock clock;

	SealedPropositions(SecretKeys keys, Clock clock) {
		this.seal = new TokenSeal(keys, "proposition");
		this.clock = clock;
	}

	/** The name of what one scope shows to somebody, by which events are told of it. */
	public String seal(ScopeResult result, @Nullable ProfileId person, DecisionContext context) {
		StoredProposition it = StoredProposition.of(new DecisionResult.Proposition(Ids.next(), result, null),
				new DecisionResult(person, context, List.of()));
		String body = String.join("\n", it.id().toString(), String.valueOf(it.at().toEpochMilli()),
				it.decision().toString(), String.valueOf(it.version()), it.placement(),
				(person != null) ? person.toString() : "", it.reason().name(), String.join(",", it.offers()),
				it.language());
		return this.seal.seal(KIND, body.getBytes(StandardCharsets.UTF_8));
	}

	/** The proposition of a name; empty where it is none of ours, or over. */
	Optional<StoredProposition> open(String name) {
		return this.seal.open(KIND, name, 0).map((body) -> {
			String[] fields = StandardCharsets.UTF_8.decode(body).toString().split("\n", FIELDS);
			return new StoredProposition(UUID.fromString(fields[0]), Instant.ofEpochMilli(Long.parseLong(fields[1])),
					UUID.fromString(fields[2]), Integer.parseInt(fields[3]), fields[4],
					fields[5].isEmpty() ? null : ProfileId.from(fields[5]), DecisionReason.valueOf(fields[6]),
					fields[7].isEmpty() ? List.of() : List.of(fields[7].split(",")), fields[8]);
		}).filter((it) -> it.at().plus(LIFE).isAfter(this.clock.instant()));
	}

}
