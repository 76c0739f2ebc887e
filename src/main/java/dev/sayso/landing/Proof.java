package dev.sayso.landing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Evidence;
import dev.sayso.consent.Say;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.Settings;

/**
 * Gathers what proves a say made on a page: which page in which words, how they got
 * there, and what the settings let be kept of where from.
 */
@Component
class Proof {

	private static final int LONGEST_TEXT = 4000;

	private final Settings settings;

	private final LinkMakers makers;

	private final Words words;

	Proof(Settings settings, LinkMakers makers, Words words) {
		this.words = words;
		this.settings = settings;
		this.makers = makers;
	}

	Evidence of(Edition edition, Wording wording, Visit visit, Posted posted, Shown shown,
			LinkToken.@Nullable Link link) {
		String maker = (link != null) ? this.makers.name(link.maker()) : null;
		return origin(edition, visit).with("reachedBy", (link != null) ? "personal" : "public")
			.with("linkMadeBy", maker)
			.with("identified", link != null)
			.with("opening", posted.automatic() ? "automatic" : "button")
			.with("language", wording.language())
			.with("wording", words(edition, wording, posted, shown));
	}

	/**
	 * The part that says which page and from where.
	 */
	Evidence origin(Edition edition, Visit visit) {
		String agent = visit.userAgent();
		return Evidence.NONE.with("page", edition.slug())
			.with("pageName", edition.name())
			.with("pageVersion", edition.version())
			.with("userAgent", (agent != null) ? agent.substring(0, Math.min(300, agent.length())) : null)
			.with("ip", address(visit.remote()))
			.with("gpc", visit.gpc() ? Boolean.TRUE : null);
	}

	static Shown nothingShown() {
		return Shown.of(Say.nothing(new ProfileId(new java.util.UUID(0, 0))), List.of());
	}

	private @Nullable String address(String remote) {
		return switch (this.settings.get("evidence.ip", "truncated")) {
			case "off" -> null;
			case "full" -> remote;
			default -> VisitorLimits.network(remote);
		};
	}

	private Map<String, Object> words(Edition edition, Wording wording, Posted posted, Shown shown) {
		Map<String, Object> words = new LinkedHashMap<>();
		words.put("title", wording.title());
		words.put("intro", wording.intro().substring(0, Math.min(LONGEST_TEXT, wording.intro().length())));
		List<Map<String, Object>> boxes = new ArrayList<>();
		edition.boxes().forEach((purpose, meaning) -> {
			BoxText label = wording.box(purpose);
			Map<String, Object> box = new LinkedHashMap<>();
			box.put("name", Posted.box(purpose));
			box.put("label", this.words.label(label, purpose, Locale.forLanguageTag(wording.language())));
			box.put("help", label.help());
			box.put("meaning", meaning.key());
			box.put("shown", shown.ticked(purpose, meaning));
			box.put("ticked", posted.ticked().contains(purpose));
			boxes.add(box);
		});
		words.put("boxes", boxes);
		words.put("button", wording.button());
		return words;
	}

}
