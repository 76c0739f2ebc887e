package dev.sayso.landing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.theme.ThemeStyle;
import dev.sayso.shared.Channel;

/**
 * A page as its readers see it: one version, in all its languages, with what may be done
 * there now.
 *
 * @param number what personal links call the page
 * @param version 0 for a draft in preview
 * @param closed whether nothing may be done but what stops contact, by links sent earlier
 * @param service of a page that subscribes or unsubscribes: the key of the service; empty
 * where the link names it
 * @param constants what a form adds, by the names of attributes
 * @param wordings by language tag, the first being the page's own
 * @param redirect where a closed page sends its readers instead
 * @param opensAt when it opens; null where it has opened
 * @param mails what is told by mail
 * @param thankYou where whoever sent its form goes on
 */
public record PublishedPage(UUID id, int number, String slug, String name, PageKind kind, int version, boolean closed,
		boolean askFirst, boolean updatesKnown, String service, PageBlocks blocks, Map<String, String> constants,
		Map<String, PageWording> wordings, Brand brand, @Nullable String redirect, @Nullable Instant opensAt,
		PageBehaviour.Mails mails, ThankYou thankYou) {

	/**
	 * @param style null for the usual one
	 * @param logo a picture instead of the name, which then is read aloud
	 */
	public record Brand(String name, @Nullable ThemeStyle style, PageLook.@Nullable Logo logo) {
	}

	public String source() {
		return this.name + " v" + this.version;
	}

	/**
	 * The same when its time is over, or has not come.
	 * @param opens when it opens; null where its time is over
	 */
	PublishedPage close(@Nullable Instant opens) {
		return new PublishedPage(this.id, this.number, this.slug, this.name, this.kind, this.version, true,
				this.askFirst, this.updatesKnown, this.service, this.blocks, this.constants, this.wordings, this.brand,
				this.redirect, opens, this.mails, this.thankYou);
	}

	public boolean denylist() {
		return this.kind.stopsEverything();
	}

	/** The meanings of its checkboxes about contact and uses. */
	public Map<Purpose, BoxMeaning> boxes() {
		return this.blocks.boxes();
	}

	/**
	 * The meanings of what it asks about services, by their keys: its checkboxes, and its
	 * button where it subscribes or unsubscribes.
	 */
	public Map<String, BoxMeaning> services() {
		if (this.denylist()) {
			return Map.of();
		}
		if (!this.kind.hasService() || this.service.isEmpty()) {
			return this.blocks.services();
		}
		Map<String, BoxMeaning> all = new LinkedHashMap<>(this.blocks.services());
		all.put(this.service, this.kind.serviceMeaning());
		return all;
	}

	/** Whether it stops or starts a service of which it does not know yet which. */
	public boolean lacksService() {
		return this.kind.hasService() && this.service.isEmpty();
	}

	/** The same about the service that a link names; a page's own stays. */
	public PublishedPage about(String named) {
		return !lacksService() ? this
				: new PublishedPage(this.id, this.number, this.slug, this.name, this.kind, this.version, this.closed,
						this.askFirst, this.updatesKnown, named, this.blocks, this.constants, this.wordings, this.brand,
						this.redirect, this.opensAt, this.mails, this.thankYou);
	}

	/** What was filled in of the fields it asks for. */
	public Map<String, String> filled(Map<String, String> fields, boolean identified) {
		Map<String, String> filled = new HashMap<>(fields);
		filled.keySet().retainAll(fieldsFor(identified));
		filled.values().removeIf(String::isBlank);
		return filled;
	}

	/** The fields that somebody nobody identified must fill in. */
	public List<String> required() {
		return this.blocks.required();
	}

	/** Whether the page can write a no, so that links to it never expire for that. */
	public boolean stopsContact() {
		return this.kind.writesNo() || this.blocks.writesNo();
	}

	public boolean asksAboutContact() {
		return this.blocks.boxes().keySet().stream().anyMatch(Purpose::isMarketing);
	}

	/** Whether it offers to stop everything besides what else it asks. */
	public boolean offersStop() {
		return !this.denylist() && (asksAboutContact() || !this.blocks.services().isEmpty() || this.kind.writesNo());
	}

	/**
	 * Whether a channel that says no may be opened again with a service that comes by it:
	 * where the page does not ask about the channel itself.
	 */
	public boolean mayReopen(Channel channel) {
		return !this.closed && !boxes().containsKey(Purpose.marketing(channel));
	}

	/** What the form asks for: to find somebody, an address is needed. */
	public List<String> fieldsFor(boolean identified) {
		if (identified) {
			return (this.closed || !this.kind.asksDetails()) ? List.of() : this.blocks.fields();
		}
		if (this.denylist() || this.closed) {
			return List.of("email", "mobile");
		}
		List<String> asked = new ArrayList<>(this.blocks.fields());
		if (!asked.contains("email") && !asked.contains("mobile")) {
			asked.add("email");
		}
		return asked;
	}

	public PageWording wording(List<Locale.LanguageRange> languages) {
		String tag = languages.isEmpty() ? null : Locale.lookupTag(languages, this.wordings.keySet());
		return this.wordings.entrySet()
			.stream()
			.filter((entry) -> entry.getKey().equalsIgnoreCase(tag))
			.findFirst()
			.map(Map.Entry::getValue)
			.orElseGet(() -> this.wordings.values().iterator().next());
	}

}
