package dev.sayso.decision.api;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

import dev.sayso.contact.feed.ChangesSeen;
import dev.sayso.decision.LiveCatalogue;
import dev.sayso.shared.Ids;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.SecretKeys;
import dev.sayso.shared.TokenSeal;

/**
 * Streams by which web pages learn that flags may be other than they were (OpenFeature
 * remote evaluation 0.3, ADR 8). Each holds a connection and no thread; it says no more
 * than that something changed, of the person its ticket is for or of decisions.
 */
@Component
class EventStreams {

	static final String PATH = "/ofrep/v1/streams/";

	/** How long a page may be hidden before it closes its stream, in seconds. */
	private static final int INACTIVITY = 120;

	private static final byte KIND = 1;

	private static final int LENGTH = 24;

	/** Tickets of the same half hour are the same, so that a page keeps its stream. */
	private static final long STEP = Duration.ofMinutes(30).toSeconds();

	private static final UUID VISITOR = new UUID(0, 0);

	private final TokenSeal seal;

	private final PublicAddress address;

	private final LiveCatalogue catalogue;

	private final Clock clock;

	private final int most;

	private final Map<SseEmitter, UUID> open = new ConcurrentHashMap<>();

	private volatile long number = -1;

	EventStreams(SecretKeys keys, PublicAddress address, LiveCatalogue catalogue, Clock clock,
			@Value("${sayso.ofrep.streams:2000}") int most) {
		this.seal = new TokenSeal(keys, "flag");
		this.address = address;
		this.catalogue = catalogue;
		this.clock = clock;
		this.most = most;
	}

	/**
	 * Whom a stream is about and until when it may be asked for.
	 */
	record Ticket(UUID person, Instant until) {

	}

	/** Where somebody's stream is, for an hour at most. */
	EventStream locate(@Nullable ProfileId person) {
		UUID id = (person != null) ? person.id() : VISITOR;
		long until = (this.clock.instant().getEpochSecond() / STEP + 2) * STEP;
		byte[] body = ByteBuffer.allocate(LENGTH)
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.putLong(until)
			.array();
		return new EventStream("sse", this.address.url() + PATH + this.seal.seal(KIND, body), INACTIVITY);
	}

	/** What a ticket is for; empty where it is none of ours or its time is over. */
	Optional<Ticket> read(String token) {
		return this.seal.open(KIND, token, LENGTH)
			.map((body) -> new Ticket(new UUID(body.getLong(), body.getLong()), Instant.ofEpochSecond(body.getLong())))
			.filter((ticket) -> ticket.until().isAfter(this.clock.instant()));
	}

	/** Opens a stream until its ticket is over; empty where there are too many. */
	Optional<SseEmitter> open(Ticket ticket) {
		if (this.open.size() >= this.most) {
			return Optional.empty();
		}
		SseEmitter stream = new SseEmitter(Duration.between(this.clock.instant(), ticket.until()).toMillis());
		stream.onCompletion(() -> this.open.remove(stream));
		stream.onError((failure) -> this.open.remove(stream));
		stream.onTimeout(() -> {
			// the page asks for its flags anew, and gets another ticket
			tell(stream);
			stream.complete();
		});
		this.open.put(stream, ticket.person());
		send(stream, SseEmitter.event().comment("open"));
		return Optional.of(stream);
	}

	@EventListener
	void on(ChangesSeen seen) {
		tell((person) -> seen.everybody() || seen.people().contains(new ProfileId(person)));
	}

	/**
	 * Looks whether decisions are other than they were, whichever instance changed them.
	 */
	@Scheduled(initialDelay = 3000, fixedDelay = 1000)
	void look() {
		try {
			if (!this.open.isEmpty()) {
				long now = this.catalogue.now().number();
				long before = this.number;
				this.number = now;
				if (before >= 0 && before != now) {
					tell((person) -> true);
				}
			}
		}
		catch (DataAccessException ex) {
			// it is looked again
		}
	}

	/** Keeps proxies from closing a stream, and finds those that nobody reads. */
	@Scheduled(initialDelay = 25_000, fixedDelay = 25_000)
	void beat() {
		this.open.keySet().forEach((stream) -> send(stream, SseEmitter.event().comment("")));
	}

	private void tell(Predicate<UUID> person) {
		this.open.forEach((stream, of) -> {
			if (person.test(of)) {
				tell(stream);
			}
		});
	}

	private void tell(SseEmitter stream) {
		send(stream, SseEmitter.event()
			.id(Ids.next().toString())
			.name("message")
			.data("{\"type\":\"refetchEvaluation\",\"lastModified\":" + this.clock.instant().getEpochSecond() + "}"));
	}

	private void send(SseEmitter stream, SseEmitter.SseEventBuilder event) {
		try {
			stream.send(event);
		}
		catch (IOException | IllegalStateException ex) {
			this.open.remove(stream);
		}
	}

}
