package dev.sayso.landing.editor;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.landing.PublishPage;
import dev.sayso.shared.Actor;
import dev.sayso.shared.DemoContent;
import dev.sayso.shared.Organisation;
import dev.sayso.shared.Settings;

/**
 * The demo's pages, published, of a shop that makes things to wear.
 */
@Component
@Order(30)
class DemoPages implements DemoContent {

	private static final Actor MARKETER = new Actor(Actor.Kind.ACCOUNT, null, "Léa Dumont");

	private static final PageContact SHOP = new PageContact("Maison Verel SAS",
			"8 quai Saint-Vincent\n69001 Lyon\nFrance", "privacy@maisonverel.example", "+33 1 99 00 10 10");

	private final DefaultTexts texts;

	private final PageManagement management;

	private final PublishPage publish;

	private final MessageSource messages;

	private final Settings settings;

	DemoPages(DefaultTexts texts, PageManagement management, PublishPage publish, MessageSource messages,
			Settings settings) {
		this.settings = settings;
		this.texts = texts;
		this.management = management;
		this.publish = publish;
		this.messages = messages;
	}

	@Override
	public String name() {
		return "landing";
	}

	@Override
	public void lay() {
		new Organisation(SHOP.organisation(), SHOP.address(), SHOP.email(), SHOP.phone(),
				"https://maisonverel.example/privacy",
				Map.of("fr", "https://maisonverel.example/fr/privacy", "nl", "https://maisonverel.example/nl/privacy"))
			.set(this.settings);
		for (PageTemplate template : EnumSet.complementOf(EnumSet.of(PageTemplate.BLANK))) {
			String name = this.messages.getMessage("landing.template." + template.key(), null, Locale.ENGLISH);
			LandingPage page = this.management.create(template.key(), template.kind(), name,
					about(template, ofTheShop(this.texts.compose(template, PageContent.LANGUAGES))), MARKETER);
			this.publish.publish(page.id(), page.version(), MARKETER);
		}
	}

	/**
	 * The page that subscribes is about the newsletter, and asks once more by mail; links
	 * name the others' services.
	 */
	private static PageContent about(PageTemplate template, PageContent content) {
		return (template == PageTemplate.SUBSCRIBE)
				? content.withBehaviour(
						content.behaviour().withService("newsletter").withMails(new PageBehaviour.Mails(true, false)))
				: content;
	}

	private PageContent ofTheShop(PageContent content) {
		PlainPage plain = PlainPage.of(content);
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		plain.texts().forEach((tag, words) -> texts.put(tag, ofTheShop(words, tag)));
		return new PlainPage(plain.language(), texts, plain.fields(), plain.boxes(), PageContact.NONE, plain.colour(),
				"Maison Verel", plain.behaviour())
			.content(content);
	}

	private PlainTexts ofTheShop(PlainTexts words, String tag) {
		Map<String, BlockText> boxes = new LinkedHashMap<>(words.boxes());
		for (String channel : new String[] { "email", "sms", "call" }) {
			String help = this.messages.getMessage("landing.demo.help." + channel, null, Locale.forLanguageTag(tag));
			boxes.put(channel, new BlockText(words.box(channel).label(), help));
		}
		return new PlainTexts(words.title(), words.intro(), words.legend(), boxes, words.button(), words.resultTitle(),
				words.resultText(), words.inactive(), "", words.visitorIntro());
	}

}
