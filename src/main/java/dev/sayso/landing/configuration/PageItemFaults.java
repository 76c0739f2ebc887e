package dev.sayso.landing.configuration;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.configuration.PageItem.OpeningItem;
import dev.sayso.landing.request.PublicPath;
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

	private final FaultList faults;

	private PageItemFaults(FaultList faults) {
		this.faults = faults;
	}

	static List<Fault> of(PageItem written) {
		PageItemFaults found = new PageItemFaults(FaultList.begin());
		found.faults.list().addAll(ConfigurationPart.Item.faults(written.key(), written.name()));
		if (written.key() != null && PublicPath.RESERVED.contains(written.key())) {
			found.faults.add("/key", "is no key");
		}
		if (written.kind() == null || PageKind.of(written.kind()).isEmpty()) {
			found.faults.add("/kind", (written.kind() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		if (written.status() != null && !STATUSES.contains(written.status())) {
			found.faults.add("/status", ConfigurationPart.UNKNOWN);
		}
		if (written.next() != null && !written.is("published")) {
			found.faults.add("/next", "does not go with this status");
		}
		found.content(written);
		beside("/next", written.next(), found);
		beside("/draft", written.draft(), found);
		return found.faults.list();
	}

	private static void beside(String at, @Nullable PageItem written, PageItemFaults all) {
		if (written == null) {
			return;
		}
		PageItemFaults found = new PageItemFaults(all.faults.within(at));
		ConfigurationPart.Item.faults("any", written.name())
			.forEach((fault) -> found.faults.add(fault.pointer(), fault.detail()));
		if (written.key() != null || written.kind() != null || written.status() != null || written.fourEyes() != null
				|| written.next() != null || written.draft() != null) {
			found.faults.add("", "has only what a publication freezes");
		}
		if (at.equals("/next") && (written.validity() == null || written.validity().from() == null)) {
			found.faults.add("/validity/from", ConfigurationPart.MISSING);
		}
		found.content(written);
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
		this.faults.address("/redirect", written.redirect());
		if (written.thankYou() != null) {
			new ThanksItemFaults(this.faults.within("/thankYou")).find(written.thankYou());
		}
		Map<String, String> constants = (written.constants() != null) ? written.constants() : Map.of();
		if (constants.size() > MOST_CONSTANTS) {
			this.faults.add("/constants", "has more than " + MOST_CONSTANTS);
		}
		constants.forEach((name, value) -> this.faults.line("/constants/" + JsonBody.escape(name), value, 1000));
		if (written.toString().length() > LONGEST) {
			this.faults.add("", "is longer than " + LONGEST + " characters");
		}
	}

	private void texts(PageItem written) {
		if (written.language() == null || !PageContent.LANGUAGES.contains(written.language())) {
			this.faults.add("/language",
					(written.language() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		else if (written.texts() == null || !written.texts().containsKey(written.language())) {
			this.faults.add("/texts", "has none in the page's own language");
		}
		if (written.texts() != null) {
			written.texts().forEach((tag, words) -> texts("/texts/" + JsonBody.escape(tag), tag, words));
		}
	}

	private void texts(String pointer, String tag, @Nullable PageTexts words) {
		if (!PageContent.LANGUAGES.contains(tag)) {
			this.faults.add(pointer, ConfigurationPart.UNKNOWN);
		}
		if (words == null) {
			this.faults.add(pointer, "is not an object");
			return;
		}
		this.faults.line(pointer + "/title", words.title(), 200);
		this.faults.line(pointer + "/resultTitle", words.resultTitle(), 200);
		this.faults.line(pointer + "/resultText", words.resultText(), 3000);
		this.faults.line(pointer + "/inactive", words.inactive(), 1500);
		this.faults.line(pointer + "/privacyNotice", words.privacyNotice(), 500);
		this.faults.matches(pointer + "/privacyNotice", words.privacyNotice(), "|https?://[^\\s/]+\\S*",
				"is no address on the web");
	}

	private void blocks(List<BlockItem> blocks) {
		if (blocks.size() > MOST_BLOCKS) {
			this.faults.add("/blocks", "has more than " + MOST_BLOCKS);
			return;
		}
		Set<String> names = new HashSet<>();
		for (int place = 0; place < blocks.size(); place++) {
			String pointer = "/blocks/" + place;
			BlockItem block = blocks.get(place);
			if (block == null) {
				this.faults.add(pointer, "is not an object");
				continue;
			}
			if (!names.add(block.name(place + 1))) {
				this.faults.add(pointer + "/id", "stands there twice");
			}
			new BlockItemFaults(block, this.faults.within(pointer)).find();
		}
	}

	private void look(PageItem written) {
		if (written.theme() != null && (written.colour() != null || written.brand() != null)) {
			this.faults.add("/theme", "has a colour and a name of its own");
		}
		this.faults.matches("/colour", written.colour(), "#[0-9a-fA-F]{6}", "is not a colour, such as #1f5d47");
		this.faults.line("/brand", written.brand(), 60);
	}

	private void sender(PageContact sender) {
		this.faults.line("/sender/organisation", sender.organisation(), 200);
		this.faults.line("/sender/address", sender.address(), 500);
		this.faults.line("/sender/email", sender.email(), 254);
		this.faults.matches("/sender/email", sender.email(), "|[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "is no e-mail address");
		this.faults.line("/sender/phone", sender.phone(), 40);
		this.faults.matches("/sender/phone", sender.phone(), "[+0-9 ()./-]*", "is no telephone number");
	}

	private void validity(OpeningItem validity) {
		LocalDateTime from = time("/validity/from", validity.from());
		LocalDateTime to = time("/validity/to", validity.to());
		boolean known = validity.timeZone() != null && ZoneId.getAvailableZoneIds().contains(validity.timeZone());
		if (!known) {
			this.faults.add("/validity/timeZone",
					(validity.timeZone() == null) ? ConfigurationPart.MISSING : ConfigurationPart.UNKNOWN);
		}
		else if (from != null && to != null
				&& !to.atZone(ZoneId.of(validity.timeZone())).isAfter(from.atZone(ZoneId.of(validity.timeZone())))) {
			this.faults.add("/validity/to", "is not after its beginning");
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
		this.faults.add(pointer, "is not a local time, such as 2026-03-01T00:00");
		return null;
	}

}
