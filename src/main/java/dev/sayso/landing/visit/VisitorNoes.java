package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import dev.sayso.consent.ConsentSettings;
import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageWording;
import dev.sayso.landing.PublishedPage;
import dev.sayso.shared.Channel;

/**
 * Says what becomes of a visitor's noes, true and the same whoever they are: at the
 * addresses they gave, a no is kept in any case; all else stops only with somebody known
 * by them.
 */
@Component
class VisitorNoes {

	private static final Set<Channel> BY_MOBILE = EnumSet.of(Channel.SMS, Channel.CALL, Channel.WHATS_APP);

	private final ConsentSettings settings;

	private final PublicMessages messages;

	VisitorNoes(ConsentSettings settings, PublicMessages messages) {
		this.settings = settings;
		this.messages = messages;
	}

	/**
	 * What is kept in any case, by its names; empty where nothing is.
	 * @param reached the channels of the addresses they gave
	 */
	String certain(Collection<Purpose> noes, Set<Channel> reached, Locale locale) {
		return this.messages.names(each(noes).stream().filter((purpose) -> isReached(purpose, reached)).toList(),
				locale);
	}

	/** What is not, and how to be sure of it; empty where all is. */
	String uncertain(Collection<Purpose> noes, Set<Channel> reached, PublishedPage page, PageWording wording) {
		List<Purpose> rest = each(noes).stream().filter((purpose) -> !isReached(purpose, reached)).toList();
		if (rest.isEmpty()) {
			return "";
		}
		Locale locale = Locale.forLanguageTag(wording.language());
		String sender = wording.sender().name().isBlank() ? page.brand().name() : wording.sender().name();
		return this.messages.say("public.noes.rest", locale, this.messages.names(rest, locale)) + " "
				+ this.messages.say("public.noes.sure" + addition(rest, reached, page), locale, sender);
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
