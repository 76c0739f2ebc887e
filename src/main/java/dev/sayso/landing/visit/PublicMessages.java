package dev.sayso.landing.visit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import dev.sayso.consent.Choice;
import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.consent.Say;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.person.Profile;
import dev.sayso.service.Service;
import dev.sayso.shared.Channel;
import dev.sayso.shared.LocalizedDate;
import dev.sayso.shared.TimeFormat;

/**
 * Writes the messages of public pages that differ by reader, with a time or an address in
 * them, and says what becomes of a visitor's noes, true and the same whoever they are: at
 * the addresses they gave, a no is kept in any case; all else stops only with somebody
 * known by them.
 */
@Component
class PublicMessages {

	private static final Set<Channel> BY_MOBILE = EnumSet.of(Channel.SMS, Channel.CALL, Channel.WHATS_APP);

	private final MessageSource messages;

	private final TimeFormat times;

	private final ConsentSettings settings;

	PublicMessages(MessageSource messages, TimeFormat times, ConsentSettings settings) {
		this.messages = messages;
		this.times = times;
		this.settings = settings;
	}

	String say(String key, Locale locale, Object... args) {
		return this.messages.getMessage(key, args, locale);
	}

	/** The label of a checkbox: the page's own text, else the purpose's name. */
	String label(BlockText own, Purpose purpose, Locale locale) {
		return own.label().isBlank() ? name(purpose, locale) : own.label();
	}

	String names(Collection<Purpose> purposes, Locale locale) {
		return purposes.stream().map((purpose) -> name(purpose, locale)).collect(Collectors.joining(", "));
	}

	String name(Purpose purpose, Locale locale) {
		return say("public." + PublicFormBody.box(purpose), locale);
	}

	/**
	 * What a no to a service is about: e-mail where it is gone.
	 * @param service null for one that is gone
	 */
	String name(@Nullable Service service, Locale locale) {
		return (service != null) ? service.name(locale.getLanguage()) : name(Purpose.MARKETING_EMAIL, locale);
	}

	/** How somebody stands to a service, and since when. */
	String state(LinkRecipient reader, Service service, Locale locale) {
		return reader.subscriptions()
			.find(service.slug())
			.map((subscription) -> say("public.service." + subscription.state().key(), locale,
					when(subscription.since(), reader.profile(), locale)))
			.orElseGet(() -> say("public.service.none", locale));
	}

	/** Whether somebody said no to a channel, or to all of them. */
	static boolean isStopped(Say say, Channel channel) {
		return say.saysNoToAny() || say.explicit(Purpose.marketing(channel)) == Choice.NO;
	}

	/** A time as the person reads it: in their own zone where it is known. */
	String when(Instant instant, @Nullable Profile reader, Locale locale) {
		return LocalizedDate.withTime(instant.atZone(zone(reader)), locale);
	}

	/** Where the person's days begin. */
	ZoneId zone(@Nullable Profile reader) {
		String zone = (reader != null) ? reader.details().timeZone() : null;
		try {
			return (zone != null) ? ZoneId.of(zone) : this.times.zone();
		}
		catch (DateTimeException ex) {
			return this.times.zone();
		}
	}

	/**
	 * What of a visitor's noes is kept in any case, by its names; empty where nothing is.
	 * @param reached the channels of the addresses they gave
	 */
	String certain(Collection<Purpose> noes, Set<Channel> reached, Locale locale) {
		return names(each(noes).stream().filter((purpose) -> isReached(purpose, reached)).toList(), locale);
	}

	/** A pause as one of the noes. */
	String pause(LocalDate until, Locale locale) {
		return say("public.noes.pause", locale, LocalizedDate.of(until, locale));
	}

	/**
	 * What is not, and how to be sure of it; empty where all is. A pause is kept of
	 * nobody but who is known.
	 */
	String uncertain(Collection<Purpose> noes, @Nullable LocalDate pause, Set<Channel> reached, PublishedPage page,
			PageWording wording) {
		List<Purpose> rest = each(noes).stream().filter((purpose) -> !isReached(purpose, reached)).toList();
		Locale locale = Locale.forLanguageTag(wording.language());
		String names = Stream
			.concat(rest.stream().map((purpose) -> name(purpose, locale)),
					Stream.ofNullable(pause).map((until) -> pause(until, locale)))
			.collect(Collectors.joining(", "));
		if (names.isEmpty()) {
			return "";
		}
		String sender = wording.sender().name().isBlank() ? page.brand().name() : wording.sender().name();
		return say("public.noes.rest", locale, names) + " "
				+ say("public.noes.sure" + addition(rest, reached, page), locale, sender);
	}

	/** Which other address would reach more, if the form asks for it. */
	private static String addition(List<Purpose> rest, Set<Channel> reached, PublishedPage page) {
		List<String> fields = page.fieldsFor(false);
		Set<Channel> missing = rest.stream()
			.flatMap((purpose) -> purpose.channel().stream())
			.collect(Collectors.toSet());
		if (!reached.contains(Channel.EMAIL) && missing.contains(Channel.EMAIL) && fields.contains("email")) {
			return ".email";
		}
		boolean byMobile = missing.stream().anyMatch(BY_MOBILE::contains);
		return (!reached.contains(Channel.SMS) && byMobile && fields.contains("mobile")) ? ".mobile" : "";
	}

	private List<Purpose> each(Collection<Purpose> noes) {
		List<Purpose> each = new ArrayList<>(noes);
		if (each.remove(Purpose.MARKETING_ANY)) {
			each.removeIf(Purpose::isMarketing);
			each.addAll(0, this.settings.channelsInUse().stream().map(Purpose::marketing).toList());
		}
		return each;
	}

	private static boolean isReached(Purpose purpose, Set<Channel> reached) {
		return purpose.channel().filter(reached::contains).isPresent();
	}

}
