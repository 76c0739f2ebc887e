package dev.sayso.decision.api;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Schema;

import org.springframework.stereotype.Component;

import dev.sayso.shared.ProfileId;
import dev.sayso.shared.SecretKeys;
import dev.sayso.shared.TokenSeal;

/**
 * Keys by which a web page proves whom it is for: signed, for one person and a day at
 * most. Nothing is kept of them.
 */
@Component
class SubjectKeys {

	static final String PREFIX = "sk_";

	private static final Duration LIFE = Duration.ofDays(1);

	private static final byte KIND = 1;

	private static final int LENGTH = 24;

	private final TokenSeal seal;

	private final Clock clock;

	SubjectKeys(SecretKeys keys, Clock clock) {
		this.seal = new TokenSeal(keys, "subject");
		this.clock = clock;
	}

	/**
	 * A key, and until when it holds.
	 */
	@Schema(name = "SubjectKey")
	record SubjectKey(String key, Instant until) {

	}

	SubjectKey make(ProfileId person) {
		Instant until = this.clock.instant().plus(LIFE).truncatedTo(ChronoUnit.SECONDS);
		byte[] body = ByteBuffer.allocate(LENGTH)
			.putLong(person.id().getMostSignificantBits())
			.putLong(person.id().getLeastSignificantBits())
			.putLong(until.getEpochSecond())
			.array();
		return new SubjectKey(PREFIX + this.seal.seal(KIND, body), until);
	}

	/** The person of a key; empty where it is none of ours, or over. */
	Optional<ProfileId> read(String key) {
		if (!key.startsWith(PREFIX)) {
			return Optional.empty();
		}
		return this.seal.open(KIND, key.substring(PREFIX.length()), LENGTH)
			.map((body) -> new SubjectTicket(new UUID(body.getLong(), body.getLong()),
					Instant.ofEpochSecond(body.getLong())))
			.filter((ticket) -> ticket.until().isAfter(this.clock.instant()))
			.map((ticket) -> new ProfileId(ticket.person()));
	}

	private record SubjectTicket(UUID person, Instant until) {

	}

}
