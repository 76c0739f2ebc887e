package dev.sayso.landing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Actor;

/**
 * Pages to try things on.
 */
public final class PageSamples {

	public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

	private PageSamples() {
	}

	/**
	 * A page in English and French that nothing is to be found in.
	 */
	public static PageContent complete() {
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		for (String tag : List.of("en", "fr")) {
			texts.put(tag,
					new PlainTexts("Title " + tag, "Intro " + tag, "Contact me by",
							Map.of("email", new BlockText("E-mail", "News"), "sms", new BlockText("SMS", "Offers")),
							"Save", "Saved", "Thank you", "Closed", "https://shop.example/privacy", ""));
		}
		return new PlainPage("en", texts, List.of(new PageField("email", true)),
				List.of(new PageBox("email", BoxMeaning.IN_OR_OUT), new PageBox("sms", BoxMeaning.IN_OR_OUT)),
				new PageContact("Shop", "1 Street\nTown", "privacy@shop.example", "+33 1 99 00 10 10"), "#1f5d47",
				"The shop", PageBehaviour.in(ZoneOffset.UTC))
			.content();
	}

	public static PageContent with(PageContent content, List<PageBox> boxes) {
		PlainPage plain = PlainPage.of(content);
		return new PlainPage(plain.language(), plain.texts(), plain.fields(), boxes, plain.contact(), plain.colour(),
				plain.logo(), plain.behaviour())
			.content(content);
	}

	public static PageContent with(PageContent content, String tag, PlainTexts words) {
		PlainPage plain = PlainPage.of(content);
		Map<String, PlainTexts> texts = new LinkedHashMap<>(plain.texts());
		texts.put(tag, words);
		return new PlainPage(plain.language(), texts, plain.fields(), plain.boxes(), plain.contact(), plain.colour(),
				plain.logo(), plain.behaviour())
			.content(content);
	}

	/**
	 * The same, open at certain times in Paris.
	 */
	public static PageContent open(PageContent content, @Nullable LocalDateTime from, @Nullable LocalDateTime to) {
		return content.withBehaviour(new PageBehaviour(false, false, from, to, "Europe/Paris", "", ""));
	}

	static LandingPage page(PageContent content) {
		return page(PageKind.ACQUISITION, content);
	}

	public static LandingPage page(PageKind kind, PageContent content) {
		return LandingPage.create(1, "news", kind, "News", content, NOON, Actor.account("lea", "Léa"));
	}

}
