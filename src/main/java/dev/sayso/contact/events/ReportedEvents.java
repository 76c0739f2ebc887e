package dev.sayso.contact.events;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.suppression.AddressText;
import dev.sayso.person.DetailsDrafts;
import dev.sayso.shared.Channel;
import dev.sayso.shared.TextNormalizer;

/**
 * Takes what providers tell. What is about no address that can be read is left out, and
 * nothing else is the worse for it.
 */
@Component
class ReportedEvents {

	private final MessageEventIntake intake;

	private final DetailsDrafts drafts;

	private final Clock clock;

	ReportedEvents(MessageEventIntake intake, DetailsDrafts drafts, Clock clock) {
		this.intake = intake;
		this.drafts = drafts;
		this.clock = clock;
	}

	void take(List<ReportedEvent> reported, Channel usual, Sender sender) {
		List<MessageEvent> events = new ArrayList<>();
		reported.forEach((event) -> read(event, usual).ifPresent(events::add));
		this.intake.take(events, sender);
	}

	/** An event as it is taken; empty where it is about no address. */
	Optional<MessageEvent> read(ReportedEvent event, Channel usual) {
		Channel channel = (event.channel() != null) ? event.channel() : usual;
		String typed = bare(event.address());
		String address = TextNormalizer.isText(typed) ? AddressText.normalize(channel, typed, this.drafts.region())
				: null;
		if (address == null) {
			return Optional.empty();
		}
		Instant now = this.clock.instant();
		Instant at = (event.at() == null || event.at().isAfter(now)) ? now : event.at().truncatedTo(ChronoUnit.MICROS);
		return Optional.of(new MessageEvent(event.kind(), channel, address, null, at, plain(event.message()),
				plain(event.diagnostic()), null));
	}

	/** The address of a name with an address, as headers of mails have it. */
	private static String bare(String address) {
		int open = address.lastIndexOf('<');
		int close = address.lastIndexOf('>');
		return ((open >= 0 && close > open) ? address.substring(open + 1, close) : address).strip();
	}

	private static @Nullable String plain(@Nullable String text) {
		return (text != null && !TextNormalizer.isText(text)) ? text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD") : text;
	}

}
