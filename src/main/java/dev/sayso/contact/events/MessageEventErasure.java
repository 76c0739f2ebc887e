package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import dev.sayso.person.ProfileErased;
import dev.sayso.person.ProfileSaved;
import dev.sayso.person.Profiles;
import dev.sayso.profile.device.PushTokens;
import dev.sayso.shared.Channel;

/**
 * Forgets what senders told: their words at once when somebody is erased, or an address
 * is nobody's any more, events after half a year. That an event was told stays until
 * then, by the address's hash, so that it counts once.
 */
@Component
class MessageEventErasure {

	/** Longer than any rule about bounces looks back. */
	static final Duration KEPT = Duration.ofDays(180);

	private static final Logger log = LoggerFactory.getLogger(MessageEventErasure.class);

	private final MessageEventRows rows;

	private final Profiles profiles;

	private final PushTokens tokens;

	private final Clock clock;

	MessageEventErasure(MessageEventRows rows, Profiles profiles, PushTokens tokens, Clock clock) {
		this.tokens = tokens;
		this.rows = rows;
		this.profiles = profiles;
		this.clock = clock;
	}

	@EventListener
	void on(ProfileErased erased) {
		this.profiles.findById(erased.profile()).ifPresent((profile) -> {
			Map<Channel, List<String>> addresses = new EnumMap<>(Channel.class);
			profile.addresses().forEach((channel, address) -> addresses.put(channel, List.of(address)));
			addresses.put(Channel.PUSH, this.tokens.all(profile));
			this.rows.forget(profile.id(), addresses);
		});
	}

	/** Nobody could say later whose an address was that nobody has any more. */
	@EventListener
	void on(ProfileSaved saved) {
		if (!saved.lost().isEmpty()) {
			this.rows.forgetUnowned(saved.lost());
		}
	}

	/** Looks every six hours; what fails is tried again. */
	@Scheduled(initialDelay = 50, fixedDelay = 360, timeUnit = TimeUnit.MINUTES)
	void expireQuietly() {
		try {
			this.rows.expire(this.clock.instant().minus(KEPT));
		}
		catch (RuntimeException ex) {
			log.warn("Events of messages are deleted later: {}", ex.getClass().getSimpleName());
		}
	}

}
