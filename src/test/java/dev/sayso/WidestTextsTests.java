package dev.sayso;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.account.SignIn;
import dev.sayso.audit.Audit;
import dev.sayso.audit.AuditSubject;
import dev.sayso.audit.FieldChange;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.landing.editor.PageManagement;
import dev.sayso.person.Origin;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.person.ProfileEditor;
import dev.sayso.person.ProfileManagement;
import dev.sayso.shared.Channel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that the store takes the longest texts that forms and the API take, however they
 * are written there: quotes are two characters in JSON, and a ligature is eighteen where
 * texts are compared.
 */
@ProductTest
class WidestTextsTests {

	@Autowired
	ProfileManagement profiles;

	@Autowired
	PageManagement pages;

	@Autowired
	Audit audit;

	@Autowired
	MockMvcTester mvc;

	@ParameterizedTest
	@ValueSource(strings = { "x", "\"", "\u00df", "\ufdfa", "\u4e2d" })
	void aPersonOfWhomEverythingIsAsLongAsItMayBe(String letter) {
		Map<String, Object> before = attributes("a");
		Map<String, String> details = new HashMap<>();
		List.of("firstName", "lastName", "city", "externalId")
			.forEach((field) -> details.put(field, letter.repeat(200)));
		details.put("street", letter.repeat(300));
		details.put("postalCode", letter.repeat(20));
		ProfileEditor by = new ProfileEditor(Origin.OPERATOR, People.OPERATOR, null);
		Profile person = this.profiles.create(People.details(details), before, by);
		Map<String, Object> after = new HashMap<>();
		before.keySet().forEach((name) -> after.put(name, letter.repeat(1000)));
		details.put("lastName", "Lefèvre");
		this.profiles.edit(person.id(), null, People.details(details), after, by);
		assertThat(this.mvc.get().uri("/profiles/" + person.id() + "/history").with(SignIn.operator())).hasStatusOk()
			.bodyText()
			.contains("Lefèvre");
		assertThat(this.mvc.get().uri("/profiles/" + person.id()).with(SignIn.operator())).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\"", "\u4e2d" })
	void aPageOfWhichEveryTextIsAsLongAsItMayBe(String letter) {
		LandingPage page = this.pages.create("widest", PageKind.ACQUISITION, "x".repeat(200), content("a"),
				People.OPERATOR);
		LandingPage saved = this.pages.edit(page.id(), page.version(), letter.repeat(200), content(letter),
				People.OPERATOR);
		assertThat(saved.draft().block("intro").orElseThrow().text("nl").label()).isEqualTo(letter.repeat(3000));
		assertThat(this.mvc.get().uri("/activity").with(SignIn.marketer())).hasStatusOk();
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "\"", "\n" })
	void whatIsTooMuchForOneEntryIsToldWhereItDiffers(String letter) {
		Map<String, String> before = new LinkedHashMap<>();
		Map<String, String> after = new LinkedHashMap<>();
		IntStream.range(0, 500).forEach((field) -> {
			before.put("field" + field, letter.repeat(5000) + "Avant" + letter.repeat(5000));
			after.put("field" + field, letter.repeat(5000) + "Après" + letter.repeat(5000));
		});
		this.audit.write(People.OPERATOR, "edited", new AuditSubject("account", "1", "n".repeat(6000)),
				FieldChange.between(before, after));
		assertThat(this.mvc.get().uri("/activity").with(SignIn.admin())).hasStatusOk()
			.bodyText()
			.contains("Avant", "Après");
	}

	private Map<String, Object> attributes(String value) {
		Map<String, Object> values = new HashMap<>();
		IntStream.range(0, 60).forEach((at) -> {
			String name = "wide" + at;
			this.mvc.post()
				.uri("/settings/attributes")
				.param("name", name)
				.param("label", "L".repeat(200))
				.param("type", "TEXT")
				.with(SignIn.admin())
				.with(dev.sayso.account.SignIn.csrf())
				.exchange();
			values.put(name, value);
		});
		return values;
	}

	private static PageContent content(String letter) {
		Map<String, BlockText> labels = new LinkedHashMap<>();
		List<PageBox> boxes = Stream.concat(Stream.of(PageBox.ANY), Stream.of(Channel.values()).map(Channel::key))
			.map((about) -> new PageBox(about, BoxMeaning.DO_NOT_CONTACT))
			.toList();
		boxes.forEach((box) -> labels.put(box.about(), new BlockText(letter.repeat(200), letter.repeat(300))));
		PlainTexts texts = new PlainTexts(letter.repeat(200), letter.repeat(3000), letter.repeat(200), labels,
				letter.repeat(100), letter.repeat(200), letter.repeat(3000), letter.repeat(1500),
				"https://posteo.example/" + "n".repeat(470), letter.repeat(3000));
		Map<String, PlainTexts> all = new LinkedHashMap<>();
		PageContent.LANGUAGES.forEach((tag) -> all.put(tag, texts));
		return new PlainPage("en", all, List.of(), boxes,
				new PageContact(letter.repeat(200), letter.repeat(500), "a@posteo.example", "1".repeat(40)),
				PageContent.COLOUR, letter.repeat(60), new PageBehaviour(false, false, null, null, "UTC", "", ""))
			.content();
	}

}
