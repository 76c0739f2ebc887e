package dev.sayso.landing.configuration;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.condition.InvalidConditionException;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.configuration.PageItem.OpeningItem;
import dev.sayso.landing.request.PublicPath;
import dev.sayso.shared.TextNormalizer;
import dev.sayso.shared.api.JsonBody;
import dev.sayso.shared.api.ProblemException.Fault;
import dev.sayso.store.ConfigurationPart;

/**
 * What is wrong with a page of the configuration file by itself, whatever the store has:
 * what no form of the console would take either.
 */
final class PageItemFaults {

	private static final Set<String> STATUSES = Set.of("draft", "published", "expired", "unpublished");

	private static final int MOST_BLOCKS = 200;

	private static final int MOST_CONSTANTS = 20;

	/** The longest of a page's texts in the store, in characters. */
	private static final int LONGEST = 900_000;

	private final String at;

	private final List<Fault> faults = new ArrayList<>();

	private PageItemFaults(String at) {
		this.at = at;
	}

	static List<Fault> of(PageItem written) {
		PageItemFaults found = new PageItemFaults("");
		found.faults.addAll(ConfigurationPart.Item.faults(written.key(), written.name()));
		if (written.key() != null && PublicPath.RESERVED.contains(written.key())) {
			found.add("/key", "is no key");
		}
		if (written.kind() == null || PageKind.of(written.kind()).isEmpty()) {
			found.add("/kind", (written.kind() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		if (written.status() != null && !STATUSES.contains(written.status())) {
			found.add("/status", ConfigurationPart.UNKNOWN);
		}
		if (written.next() != null && !written.is("published")) {
			found.add("/next", "does not go with this status");
		}
		found.content(written);
		beside("/next", written.next(), found);
		beside("/draft", written.draft(), found);
		return found.faults;
	}

	private static void beside(String at, @Nullable PageItem written, PageItemFaults all) {
		if (written == null) {
			return;
		}
		PageItemFaults found = new PageItemFaults(at);
		ConfigurationPart.Item.faults("any", written.name())
			.forEach((fault) -> found.add(fault.pointer(), fault.detail()));
		if (written.key() != null || written.kind() != null || written.status() != null || written.fourEyes() != null
				|| written.next() != null || written.draft() != null) {
			found.add("", "has only what a publication freezes");
		}
		if (at.equals("/next") && (written.validity() == null || written.validity().from() == null)) {
			found.add("/validity/from", ConfigurationPart.MISSING);
		}
		found.content(written);
		all.faults.addAll(found.faults);
	}

	private void add(String pointer, String detail) {
		this.faults.add(new Fault(this.at + pointer, detail));
	}

	private void content(PageItem written) {
		texts(written);
		blocks(written.blockList());
		look(written);
		if (written.sender() != null) {
			sender(written.sender());
		}
		if (written.validity() != null) {
			validity(written.validity());
		}
		address("/redirect", written.redirect());
		if (written.thankYou() != null) {
			thanks(written.thankYou());
		}
		Map<String, String> constants = (written.constants() != null) ? written.constants() : Map.of();
		if (constants.size() > MOST_CONSTANTS) {
			add("/constants", "has more than " + MOST_CONSTANTS);
		}
		constants.forEach((name, value) -> line("/constants/" + JsonBody.escape(name), value, 1000));
		if (written.toString().length() > LONGEST) {
			add("", "is longer than " + LONGEST + " characters");
		}
	}

	private void texts(PageItem written) {
		if (written.language() == null || !PageContent.LANGUAGES.contains(written.language())) {
			add("/language", (written.language() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		else if (written.texts() == null || !written.texts().containsKey(written.language())) {
			add("/texts", "has none in the page's own language");
		}
		if (written.texts() != null) {
			written.texts().forEach((tag, words) -> texts("/texts/" + JsonBody.escape(tag), tag, words));
		}
	}

	private void texts(String pointer, String tag, @Nullable PageTexts words) {
		if (!PageContent.LANGUAGES.contains(tag)) {
			add(pointer, ConfigurationPart.UNKNOWN);
		}
		if (words == null) {
			add(pointer, "is not an object");
			return;
		}
		line(pointer + "/title", words.title(), 200);
		line(pointer + "/resultTitle", words.resultTitle(), 200);
		line(pointer + "/resultText", words.resultText(), 3000);
		line(pointer + "/inactive", words.inactive(), 1500);
		line(pointer + "/privacyNotice", words.privacyNotice(), 500);
		matches(pointer + "/privacyNotice", words.privacyNotice(), "|https?://[^\\s/]+\\S*",
				"is no address on the web");
	}

	private void blocks(List<BlockItem> blocks) {
		if (blocks.size() > MOST_BLOCKS) {
			add("/blocks", "has more than " + MOST_BLOCKS);
			return;
		}
		Set<String> names = new HashSet<>();
		for (int place = 0; place < blocks.size(); place++) {
			String pointer = "/blocks/" + place;
			BlockItem block = blocks.get(place);
			if (block == null) {
				add(pointer, "is not an object");
				continue;
			}
			if (!names.add(block.name(place + 1))) {
				add(pointer + "/id", "stands there twice");
			}
			new BlockItemFaults(block).find().forEach((fault) -> add(pointer + fault.pointer(), fault.detail()));
		}
	}

	private void look(PageItem written) {
		if (written.theme() != null && (written.colour() != null || written.brand() != null)) {
			add("/theme", "has a colour and a name of its own");
		}
		matches("/colour", written.colour(), "#[0-9a-fA-F]{6}", "is not a colour, such as #1f5d47");
		line("/brand", written.brand(), 60);
	}

	private void sender(PageContact sender) {
		line("/sender/organisation", sender.organisation(), 200);
		line("/sender/address", sender.address(), 500);
		line("/sender/email", sender.email(), 254);
		matches("/sender/email", sender.email(), "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "is no e-mail address");
		line("/sender/phone", sender.phone(), 40);
		matches("/sender/phone", sender.phone(), "[+0-9 ()./-]*", "is no telephone number");
	}

	private void validity(OpeningItem validity) {
		LocalDateTime from = time("/validity/from", validity.from());
		LocalDateTime to = time("/validity/to", validity.to());
		boolean known = validity.timeZone() != null && ZoneId.getAvailableZoneIds().contains(validity.timeZone());
		if (!known) {
			add("/validity/timeZone",
					(validity.timeZone() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		else if (from != null && to != null
				&& !to.atZone(ZoneId.of(validity.timeZone())).isAfter(from.atZone(ZoneId.of(validity.timeZone())))) {
			add("/validity/to", "is not after its beginning");
		}
	}

	private @Nullable LocalDateTime time(String pointer, @Nullable String text) {
		try {
			LocalDateTime time = (text != null) ? LocalDateTime.parse(text) : null;
			if (time == null || (time.getYear() >= 1900 && time.getYear() <= 9999)) {
				return time;
			}
		}
		catch (DateTimeException ex) {
			// told like a year that nobody means
		}
		add(pointer, "is not a local time, such as 2026-03-01T00:00");
		return null;
	}

	private void thanks(ThanksItem thanks) {
		way("/thankYou", thanks.page(), thanks.address());
		if (thanks.list().size() > ThankYou.MOST) {
			add("/thankYou/rules", "has more than " + ThankYou.MOST);
			return;
		}
		for (int place = 0; place < thanks.list().size(); place++) {
			String pointer = "/thankYou/rules/" + place;
			ThanksItem.WayItem rule = thanks.list().get(place);
			if (rule == null) {
				add(pointer, "is not an object");
				continue;
			}
			way(pointer, rule.page(), rule.address());
			condition(pointer + "/condition", rule);
		}
	}

	private void condition(String pointer, ThanksItem.WayItem rule) {
		try {
			if (rule.condition() == null) {
				add(pointer, ConfigurationPart.MISSING);
			}
			else {
				rule.parsed();
			}
		}
		catch (InvalidConditionException ex) {
			add(pointer, "is not a condition");
		}
	}

	private void way(String pointer, @Nullable String page, @Nullable String address) {
		if (page != null && address != null) {
			add(pointer + "/address", "stands beside a page");
		}
		address(pointer + "/address", address);
	}

	private void address(String pointer, @Nullable String address) {
		line(pointer, address, 500);
		matches(pointer, address, "https://[^\\s/]+\\S*", "is no address on the web, https");
	}

	private void line(String pointer, @Nullable String text, int most) {
		if (text != null && text.length() > most) {
			add(pointer, "is longer than " + most + " characters");
		}
		if (text != null && !TextNormalizer.isText(text)) {
			add(pointer, ConfigurationPart.NO_TEXT);
		}
	}

	private void matches(String pointer, @Nullable String text, String pattern, String otherwise) {
		if (text != null && !text.matches(pattern)) {
			add(pointer, otherwise);
		}
	}

}
