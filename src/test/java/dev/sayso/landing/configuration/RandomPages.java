package dev.sayso.landing.configuration;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.springframework.stereotype.Component;

import dev.sayso.condition.Condition;
import dev.sayso.condition.Condition.Comparison;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBehaviour.ThankYou;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.PageBlock.Readers;
import dev.sayso.landing.PageBlock.Type;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PageLook;
import dev.sayso.landing.PageTexts;
import dev.sayso.landing.PublishPage;
import dev.sayso.landing.editor.PageManagement;
import dev.sayso.person.People;

/**
 * Pages at random: of every kind and block, drafted, published, followed, over, taken
 * back.
 */
@Component
class RandomPages {

	/** What the pages name, as a configuration brings it. */
	static final String SURROUNDINGS = """
			{"attributes":[{"key":"tier","name":"Tier","type":"one-of","options":["gold","silver"]}],
			"services":[{"key":"letter","name":"Letter","channel":"email"},
				{"key":"alerts","name":"Alerts","channel":"sms","frequencies":[{"key":"weekly","name":"Every week"}]}],
			"themes":[{"key":"warm","name":"Warm","accent":"#7a1f5d","paper":"#fff8ee","font":"serif","brand":"Verel"}]}""";

	private final PageManagement management;

	private final PublishPage publish;

	RandomPages(PageManagement management, PublishPage publish) {
		this.management = management;
		this.publish = publish;
	}

	/**
	 * Makes pages that lead to each other where they lead anywhere.
	 * @param picture the address of a picture and its size
	 * @return their keys
	 */
	List<String> make(Random random, String picture) {
		List<String> keys = new ArrayList<>();
		List<String> open = new ArrayList<>();
		for (int number = 0; number < 5; number++) {
			PageKind kind = pick(random, PageKind.values());
			String key = "page-" + number;
			LandingPage page = this.management.create(key, kind, "Page " + number, content(random, kind, picture, open),
					People.OPERATOR);
			if (live(random, page, picture, open) && !kind.stopsEverything()) {
				open.add(key);
			}
			keys.add(key);
		}
		return keys;
	}

	/** Takes a page some way of its life; whether readers see it then. */
	private boolean live(Random random, LandingPage draft, String picture, List<String> open) {
		int life = random.nextInt(6);
		if (life == 0) {
			return false;
		}
		LandingPage page = this.publish.publish(draft.id(), draft.version(), People.OPERATOR);
		PageContent other = content(random, page.kind(), picture, open);
		switch (life) {
			case 1 -> this.management.edit(page.id(), page.version(), "Renamed " + page.name(), other, People.OPERATOR);
			case 2 -> {
				page = this.management.edit(page.id(), page.version(), page.name(),
						opening(other, LocalDateTime.now().plusDays(3).withNano(0), null), People.OPERATOR);
				this.publish.publish(page.id(), page.version(), People.OPERATOR);
			}
			case 3 -> this.publish.unpublish(page.id(), page.version(), People.OPERATOR);
			case 4 -> {
				page = this.management.edit(page.id(), page.version(), page.name(),
						opening(other, null, LocalDateTime.of(2026, 1, 1, 0, 0)), People.OPERATOR);
				this.publish.publish(page.id(), page.version(), People.OPERATOR);
			}
			default -> {
			}
		}
		return life != 3 && life != 4;
	}

	private static PageContent opening(PageContent content, LocalDateTime from, LocalDateTime to) {
		PageBehaviour before = content.behaviour();
		return content.withBehaviour(new PageBehaviour(before.askFirst(), before.refusesKnown(), from, to,
				"Europe/Paris", before.redirect(), before.service(), before.mails(), before.thankYou()));
	}

	private static PageContent content(Random random, PageKind kind, String picture, List<String> open) {
		List<String> languages = pick(random, List.of("en"), List.of("fr", "en"), List.of("en", "fr", "nl"));
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		languages.forEach((tag) -> texts.put(tag,
				new PageTexts("Title " + tag + random.nextInt(9), "Saved",
						random.nextBoolean() ? "Thank *you*\n\nall" : "", random.nextBoolean() ? "Over" : "",
						"https://shop.example/privacy")));
		boolean themed = random.nextBoolean();
		PageContent content = new PageContent(languages.get(0), texts, blocks(random, kind, picture, languages),
				random.nextBoolean() ? Map.of("tier", "gold") : Map.of(),
				new PageContact("Shop", "1 Street\nTown", "privacy@shop.example", random.nextBoolean() ? "+33 1" : ""),
				pick(random, "#1f5d47", "#7a1f5d"), random.nextBoolean() ? "The shop" : "",
				behaviour(random, kind, open));
		return themed ? content.withLook(PageLook.of("warm")) : content;
	}

	private static PageBehaviour behaviour(Random random, PageKind kind, List<String> open) {
		return new PageBehaviour(random.nextBoolean(), random.nextBoolean(), null,
				random.nextBoolean() ? LocalDateTime.now().plusYears(1).withNano(0) : null, "Europe/Paris", "",
				(kind.hasService() && random.nextBoolean()) ? "letter" : "",
				new PageBehaviour.Mails(false, random.nextBoolean()),
				new ThankYou(way(random, open),
						random.nextBoolean() ? List.of()
								: List.of(new ThankYou.Rule(
										ConditionJson.write(Condition.all(new Comparison("country", Operator.IS, "FR"),
												new Comparison("attributes.tier", Operator.IS, "gold"))),
										way(random, open)))));
	}

	private static ThankYou.Way way(Random random, List<String> open) {
		return switch (random.nextInt(3)) {
			case 0 -> new ThankYou.Way("", "https://shop.example/thanks");
			case 1 ->
				open.isEmpty() ? ThankYou.Way.OWN_WORDS : new ThankYou.Way(open.get(random.nextInt(open.size())), "");
			default -> ThankYou.Way.OWN_WORDS;
		};
	}

	private static List<PageBlock> blocks(Random random, PageKind kind, String picture, List<String> languages) {
		List<PageBlock> blocks = new ArrayList<>();
		for (Type type : Type.values()) {
			boolean needed = type == Type.CHANNEL && kind == PageKind.ACQUISITION;
			boolean refused = type == Type.AGREEMENT && (kind.stopsEverything() || kind == PageKind.UNSUBSCRIPTION);
			if (!refused && (needed || random.nextInt(3) > 0)) {
				blocks.add(random.nextInt(blocks.size() + 1), block(random, kind, type, picture, languages));
			}
		}
		return blocks;
	}

	private static PageBlock block(Random random, PageKind kind, Type type, String picture, List<String> languages) {
		String about = switch (type) {
			case FIELD -> pick(random, "email", "mobile", "firstName", "attribute.tier");
			case CHANNEL -> pick(random, "email", "sms", "any");
			case SERVICE -> pick(random, "letter", "alerts");
			case PURPOSE -> pick(random, "personalize.content", "tracking.opens");
			case IMAGE -> picture;
			default -> "";
		};
		PageBlock shape = new PageBlock(PageBlock.newId(), type, about, BoxMeaning.IN_OR_OUT, false, Readers.EVERYBODY,
				Map.of());
		List<BoxMeaning> meanings = shape.meanings();
		boolean required = type == Type.FIELD && !kind.stopsEverything() && kind != PageKind.UNSUBSCRIPTION
				&& random.nextBoolean();
		Map<String, BlockText> words = new LinkedHashMap<>();
		if (type != Type.DIVIDER && type != Type.CONTACT) {
			languages.forEach((tag) -> words.put(tag, new BlockText("Word **" + random.nextInt(99) + "** " + tag,
					type.isHelped() && random.nextBoolean() ? "Below" : "")));
		}
		return new PageBlock(shape.id(), type, about,
				type.isCheckbox() ? meanings.get(random.nextInt(meanings.size())) : null, required,
				(type == Type.TEXT) ? pick(random, Readers.values()) : Readers.EVERYBODY, words);
	}

	@SafeVarargs
	private static <T> T pick(Random random, T... some) {
		return some[random.nextInt(some.length)];
	}

}
