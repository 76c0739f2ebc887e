package dev.sayso.contact.inbound;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.Profiles;

/**
 * Forgets who said what: with the person, and after a while with everybody, as the ledger
 * keeps what proves a say.
 */
@Component
class ReceivedMessageErasure {

	/** How long one can look up what came in. */
	static final Duration KEPT = Duration.ofDays(180);

	private static final Logger log = LoggerFactory.getLogger(ReceivedMessageErasure.class);

	private final ReceivedMessageRows rows;

	private final ReceivedMessagePeople people;

	private final Profiles profiles;

	private final Clock clock;

	ReceivedMessageErasure(ReceivedMessageRows rows, ReceivedMessagePeople people, Profiles profiles, Clock clock) {
		this.rows = rows;
		this.people = people;
		this.profiles = profiles;
		this.clock = clock;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.profiles.findById(erased.profile())
			.ifPresent((profile) -> this.people.forget(profile.id(), profile.addresses()));
	}

	/** What came from an address that somebody had is still about them. */
	@EventListener
	void on(ProfileSaved saved) {
		if (!saved.lost().isEmpty()) {
			this.people.keepLinks(saved.profile(), saved.lost());
		}
	}

	@Scheduled(initialDelay = 25, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
	void forgetQuietly() {
		try {
			forget();
		}
		catch (RuntimeException ex) {
			log.warn("What came in is forgotten later: {}", ex.getClass().getSimpleName());
		}
	}

	int forget() {
		return this.rows.forgetBefore(this.clock.instant().minus(KEPT));
	}

}
