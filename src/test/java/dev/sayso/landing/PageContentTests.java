package dev.sayso.landing;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.PageBlock.Readers;
import dev.sayso.landing.PageBlock.Type;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that a page reads back as it was stored, also one of before pages had blocks.
 */
class PageContentTests {

	private static final JsonMapper JSON = JsonMapper.shared();

	/** As versions were frozen before there were blocks. */
	private static final String BEFORE = """
			{"language":"en","texts":{"en":{"title":"Your choices","intro":"Ticked is **yes**. What you untick, we stop.",
			"legend":"Contact me by","boxes":{"email":{"label":"E-mail","help":"News"},"any":{"label":"Any","help":""},
			"personalize.content":{"label":"Choose what I see","help":""}},"button":"Save","resultTitle":"Saved",
			"resultText":"Thank you","inactive":"Over","privacyNotice":"https://shop.example/en","visitorIntro":""},
			"fr":{"title":"Vos choix","intro":"Coché veut dire oui.","legend":"","boxes":{},"button":"","resultTitle":"",
			"resultText":"","inactive":"","privacyNotice":"","visitorIntro":"Une case vide ne change rien."}},
			"fields":[{"name":"email","required":true},{"name":"firstName","required":false}],
			"boxes":[{"channel":"email","meaning":"in-or-out"},{"about":"personalize.content","meaning":"in-or-out"},
			{"about":"sms","meaning":"do-not-contact"}],
			"contact":{"organisation":"Shop","address":"1 Street","email":"privacy@shop.example","phone":""},
			"colour":"#1f5d47","logo":"The shop","behaviour":{"askFirst":false,"refusesKnown":true,"from":"2024-01-02T10:00:00",
			"to":null,"timeZone":"Europe/Paris","redirect":""}}""";

	private final PageContent before = JSON.readValue(BEFORE, PageContent.class);

	@Test
	void aPageOfBeforeIsReadInItsOldOrder() {
		assertThat(this.before.blocks()).extracting(PageBlock::id)
			.containsExactly("intro", "visitor-intro", "field-email", "field-firstName", "legend", "box-email",
					"box-sms", "box-personalize-content", "button");
		assertThat(this.before.blocks()).extracting(PageBlock::type)
			.containsExactly(Type.TEXT, Type.TEXT, Type.FIELD, Type.FIELD, Type.HEADING, Type.CHANNEL, Type.CHANNEL,
					Type.PURPOSE, Type.BUTTON);
		assertThat(this.before.behaviour().refusesKnown()).isTrue();
		assertThat(this.before.behaviour().opensAt()).hasToString("2024-01-02T09:00:00Z");
		assertThat(this.before.contact().organisation()).isEqualTo("Shop");
	}

	@Test
	void itsReadersReadWhatTheyRead() {
		PageBlock personal = this.before.block("intro").orElseThrow();
		PageBlock visitors = this.before.block("visitor-intro").orElseThrow();
		assertThat(List.of(personal.readers(), visitors.readers())).containsExactly(Readers.PERSONAL, Readers.VISITORS);
		assertThat(personal.in("fr", "en").label()).isEqualTo("Coché veut dire oui.");
		assertThat(visitors.in("fr", "en").label()).isEqualTo("Une case vide ne change rien.");
		assertThat(visitors.in("en", "en").label()).isEqualTo("Ticked is **yes**.");
		assertThat(visitors.in("nl", "en").label()).isEqualTo("Ticked is **yes**.");
	}

	@Test
	void itsBoxesMeanWhatTheyMeant() {
		PageBlocks blocks = PageBlocks.of(PageKind.ACQUISITION, this.before.blocks());
		assertThat(blocks.boxes()).containsExactlyInAnyOrderEntriesOf(
				Map.of(Purpose.MARKETING_EMAIL, BoxMeaning.IN_OR_OUT, Purpose.MARKETING_SMS, BoxMeaning.DO_NOT_CONTACT,
						Purpose.PERSONALIZE_CONTENT, BoxMeaning.IN_OR_OUT));
		assertThat(blocks.required()).containsExactly("email");
		assertThat(this.before.block("box-email").orElseThrow().in("fr", "en"))
			.isEqualTo(new BlockText("E-mail", "News"));
		assertThat(this.before.in("fr").resultTitle()).isEqualTo("Saved");
	}

	@Test
	void aPageOfBlocksReadsBackEqual() {
		PageContent content = content(
				new PageBlock("a", Type.SERVICE, "newsletter", BoxMeaning.IN_OR_OUT, false, null,
						Map.of("en", new BlockText("Letter", "Weekly"))),
				new PageBlock("b", Type.IMAGE, "0123abcd", null, false, null, Map.of()),
				new PageBlock("c", Type.DIVIDER, "", null, false, null, null),
				new PageBlock("d", Type.FIELD, "attribute.tier", null, true, null, Map.of()),
				PageBlock.text("e", Readers.VISITORS, Map.of("fr", new BlockText("Bonjour", ""))))
			.withConstants(Map.of("source", "fair"));
		assertThat(JSON.readValue(JSON.writeValueAsString(content), PageContent.class)).isEqualTo(content);
		assertThat(JSON.readValue(JSON.writeValueAsString(this.before), PageContent.class)).isEqualTo(this.before);
	}

	@Test
	void theOrderOfBeforeIsFoundAgainAmongOtherBlocks() {
		PageBlock image = new PageBlock("pic", Type.IMAGE, "0123abcd", null, false, null, Map.of());
		List<PageBlock> blocks = new java.util.ArrayList<>(this.before.blocks());
		blocks.add(1, image);
		PageContent mixed = this.before.withBlocks(blocks);
		assertThat(PlainPage.of(mixed).content(mixed)).isEqualTo(mixed);
		PlainPage plain = PlainPage.of(this.before);
		assertThat(plain.content()).isEqualTo(this.before);
	}

	@Test
	void theHeadingOfBoxesStandsOnNoPageThatNeverShowedThem() {
		PageBlock legend = PageBlock.of("legend", PageBlock.Type.HEADING, Map.of("en", new BlockText("By", "")));
		PageBlock heading = PageBlock.of("other", PageBlock.Type.HEADING, Map.of("en", new BlockText("Why", "")));
		assertThat(PageBlocks.of(PageKind.DENYLIST, List.of(legend, heading)).all()).containsExactly(heading);
		assertThat(PageBlocks.of(PageKind.ACQUISITION, List.of(legend, heading)).all()).containsExactly(legend,
				heading);
	}

	@Test
	void noPageAsksTheSameTwice() {
		PageBlock email = PageBlock.box("a", new PageBox("email", BoxMeaning.CONTACT_ME), Map.of());
		PageBlock button = PageBlock.of("c", Type.BUTTON, Map.of());
		PageBlock divider = PageBlock.of("e", Type.DIVIDER, Map.of());
		PageBlocks blocks = PageBlocks.of(PageKind.ACQUISITION,
				List.of(email, PageBlock.box("b", new PageBox("email", BoxMeaning.DO_NOT_CONTACT), Map.of()), button,
						button.withId("d"), divider, divider.withId("f"),
						PageBlock.box("g", new PageBox("pigeon", BoxMeaning.CONTACT_ME), Map.of()),
						PageBlock.box("h", new PageBox("any", BoxMeaning.IN_OR_OUT), Map.of())));
		assertThat(blocks.all()).extracting(PageBlock::id).containsExactly("a", "c", "e", "f");
		assertThat(blocks.boxes()).containsEntry(Purpose.MARKETING_EMAIL, BoxMeaning.CONTACT_ME).hasSize(1);
		assertThat(PageBlocks.of(PageKind.DENYLIST, List.of(email, button)).boxes()).isEmpty();
	}

	@Test
	void historiesNameEachPartOfABlock() {
		Map<String, String> parts = PageParts.of("Choices", this.before);
		assertThat(parts).containsEntry("block/channel/email/box-email/meaning", "in-or-out")
			.containsEntry("block/channel/email/box-email/help/en", "News")
			.containsEntry("block/field/email/field-email/required", "on")
			.containsEntry("block/text//visitor-intro/readers", "visitors");
		assertThat(parts.get("blocks")).startsWith("text//intro,text//visitor-intro,field/email/field-email");
	}

	private static PageContent content(PageBlock... blocks) {
		return new PageContent("en", Map.of("en", new PageTexts("Title", "", "", "", "")), List.of(blocks), Map.of(),
				PageContact.NONE, "#123456", "Shop", PageBehaviour.in(java.time.ZoneOffset.UTC));
	}

}
