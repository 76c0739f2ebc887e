package dev.sayso.audience;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpStatus;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what the builder does where there is no JavaScript, and for whoever sends what no
 * button sends.
 */
@ProductTest
class BuilderTests extends AudienceConsole {

	@Test
	void eachButtonDoesWhatItSays() {
		BuilderForm form = form("/audiences/new");
		assertThat(form.nodes()).containsExactly("0.0");
		form = press(form.set("name", "Typed").set("value.0.0", "FR"), "line:0");
		assertThat(form.nodes()).containsExactly("0.0", "0.1");
		form = press(form, "group:0");
		assertThat(form.nodes()).containsExactly("0.0", "0.1", "0.2", "0.2.0");
		assertThat(form.values("of.0.2")).containsExactly("any");
		form = press(form, "value:0.0");
		assertThat(form.values("value.0.0")).containsExactly("FR", "");
		form = press(form.set("value.0.0", "FR", "BE"), "drop:0.0:0");
		assertThat(form.values("value.0.0")).containsExactly("BE");
		form = press(form, "remove:0.1");
		assertThat(form.nodes()).containsExactly("0.0", "0.1", "0.1.0");
		form = press(form, "remove:0.1");
		assertThat(form.nodes()).containsExactly("0.0");
		assertThat(form.values("name")).containsExactly("Typed");
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

	@Test
	void aLineThatSaysNothingYetIsToldInsteadOfEverybody() {
		BuilderForm form = BuilderForm.named("Unfinished").line("0.0", "country", "is", "");
		assertThat(sentence(form)).isEqualTo("1 line says nothing yet");
		form.line("0.1", "city", "startsWith", "").line("0.2", "birthDate", "between", "2000-01-01");
		assertThat(sentence(form)).isEqualTo("3 lines say nothing yet");
		form.set("value.0.0", "FR");
		assertThat(sentence(form)).contains("France").endsWith("2 lines say nothing yet");
		assertThat(sentence(BuilderForm.named("Whole").line("0.0", "country", "is", "FR"))).doesNotContain("yet");
		assertThat(sentence(BuilderForm.named("Empty"))).contains("Everybody");
	}

	private String sentence(BuilderForm form) {
		Document page = Jsoup.parse(new String(
				post("/audiences/draft", form.fields()).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		String told = page.select("#sentence").text();
		assertThat(page.select("[data-test=size]").isEmpty()).isEqualTo(told.matches("\\d+ lines? says? nothing yet"));
		return told;
	}

	@Test
	void severalValuesAreOneOfThem() {
		BuilderForm form = BuilderForm.named("Several")
			.line("0.0", "country", "is", "FR", "BE")
			.line("0.1", "country", "isNot", "NL", "");
		assertThat(post("/audiences", form.fields())).hasStatus3xxRedirection();
		assertThat(dev.sayso.condition.ConditionJson.write(definition("several"))).contains("isOneOf", "isNot\"");
		assertThat(form("/audiences/several").values("value.0.0")).containsExactly("FR", "BE");
	}

	@Test
	void anotherFactKeepsWhatStillFits() {
		BuilderForm form = BuilderForm.named("Fit")
			.line("0.0", "lastName", "is", "Peeters")
			.line("0.1", "birthDate", "inLast", "3")
			.set("unit.0.1", "weeks");
		form = press(form.set("fact.0.0", "city").set("op.0.1", "moreThanAgo"), "");
		assertThat(form.values("value.0.0")).containsExactly("Peeters");
		assertThat(form.values("value.0.1")).containsExactly("3");
		assertThat(form.values("unit.0.1")).containsExactly("weeks");
		form = press(form.set("fact.0.0", "birthDate").set("op.0.1", "before"), "");
		assertThat(form.values("value.0.0")).containsExactly("");
		assertThat(form.values("value.0.1")).containsExactly("");
		form = press(form.set("fact.0.0", "reach.email").set("op.0.0", "startsWith"), "");
		assertThat(form.values("op.0.0")).containsExactly("is");
	}

	@Test
	void whatIsWrongIsSaidAtItsRowAndWhatWasTypedStays() {
		BuilderForm form = BuilderForm.named("Wrong")
			.line("0.0", "country", "is", "FR")
			.group("0.1", "any")
			.line("0.1.0", "birthDate", "between", "2026-02-31", "typed")
			.line("0.1.1", "lastName", "is", "")
			.group("0.2", "none");
		var refused = post("/audiences", form.fields());
		assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("fault-0.1.0", "fault-0.1.1", "This group is empty")
			.doesNotContain("fault-0.0\"");
		assertThat(BuilderForm.of(html(refused)).nodes()).isEqualTo(form.nodes());
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

	@Test
	void groupsStandThirtyDeepAndNoDeeper() {
		BuilderForm form = BuilderForm.named("Deep");
		String path = "0";
		for (int depth = 1; depth < Condition.DEEPEST; depth++) {
			form = press(form, "group:" + path).set("name", "Deep");
			form = press(form, "remove:" + path + ".0.0");
			path += ".0";
		}
		form = press(form, "line:" + path).set("value." + path + ".0", "FR").set("name", "Deep");
		assertThat(html(post("/audiences/draft", form.fields()))).contains("id=\"add-" + path + "\"")
			.doesNotContain("id=\"nest-" + path + "\"");
		assertThat(post("/audiences", form.fields())).hasStatus3xxRedirection();
		assertThat(form("/audiences/deep").nodes()).contains(path + ".0");
		BuilderForm deeper = press(form, "group:" + path).set("value." + path + ".1.0", "FR").set("slug", "deeper");
		assertThat(post("/audiences", deeper.fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("at most 30 deep");
	}

	@Test
	void whatNoButtonSendsDoesNothing() {
		for (String act : List.of("line:0.99999999999", "line:0.x", "line::x", "remove::x", ":", "::", "bogus:0.0",
				"line:0..0", "group:00", "line:-1")) {
			BuilderForm form = BuilderForm.named("Hostile").line("0.0", "country", "is", "FR");
			var answer = post("/audiences/draft", form.set("act", act).fields());
			assertThat(answer).as(act).hasStatusOk();
			assertThat(BuilderForm.of(html(answer)).nodes()).as(act).containsExactly("0.0");
		}
	}

	@Test
	void whatIsPressedOfALineThatIsGoneDoesNothing() {
		for (String act : List.of("line:0.9999.1", "remove:0", "remove:0.7", "drop:0.0:99999", "drop:0.0:-1", "value:0",
				"line:0.0.0", "drop:0.0", "open:0.7", "open:0")) {
			BuilderForm form = BuilderForm.named("Hostile").line("0.0", "country", "is", "FR");
			var answer = post("/audiences/draft", form.set("act", act).fields());
			assertThat(answer).as(act).hasStatusOk();
			assertThat(BuilderForm.of(html(answer)).nodes()).as(act).containsExactly("0.0");
		}
	}

	@Test
	void aLineTwiceIsOne() {
		BuilderForm form = BuilderForm.named("Paths")
			.line("0.0", "country", "is", "FR")
			.line("0.0", "country", "is", "FR");
		assertThat(press(form, "").nodes()).containsExactly("0.0");
	}

	/**
	 * The lines of a long condition share their menus, which a script hands out; without
	 * one each line has a button for them.
	 */
	@Test
	void theMenusOfALongConditionOpenWithoutJavaScript() {
		BuilderForm form = BuilderForm.named("Long");
		IntStream.range(0, 70).forEach((place) -> form.line("0." + place, "country", "is", "FR"));
		form.line("0.70", "birthDate", "before", "2000-01-01");
		assertThat(post("/audiences", form.fields())).hasStatus3xxRedirection();
		Document folded = page(html(get("/audiences/long")));
		assertThat(options(folded, "fact", "0.65")).containsExactly("country");
		assertThat(options(folded, "value", "0.65")).containsExactly("", "FR");
		assertThat(folded.select("noscript button[value^=open:]")).hasSize(71);
		assertThat(folded.select("button[value='open:0.65']").attr("formaction"))
			.isEqualTo("/audiences/draft#fact-0.65");
		BuilderForm kept = form("/audiences/long");
		for (String act : List.of("open:0.65", "value:0.65")) {
			Document open = page(html(post("/audiences/draft", kept.set("act", act).fields())));
			assertThat(options(open, "fact", "0.65")).contains("country", "birthDate", "lastName");
			assertThat(options(open, "value", "0.65")).contains("FR", "BE", "NL");
			assertThat(open.select("button[value='open:0.65']")).isEmpty();
			assertThat(options(open, "fact", "0.6")).containsExactly("country");
		}
		Document dates = page(html(post("/audiences/draft", kept.set("act", "open:0.70").fields())));
		assertThat(options(dates, "fact", "0.70")).contains("country", "birthDate");
		assertThat(form("/audiences/long").set("act", "open:0.1").nodes()).hasSize(71);
	}

	@Test
	void theMenusOfAShortConditionAreWhole() {
		BuilderForm form = BuilderForm.named("Short").line("0.0", "country", "is", "FR");
		Document drawn = page(html(post("/audiences/draft", form.fields())));
		assertThat(options(drawn, "value", "0.0")).contains("FR", "BE", "NL");
		assertThat(drawn.select("button[value^=open:]")).isEmpty();
	}

	private static Document page(String html) {
		return Jsoup.parse(html);
	}

	private static List<String> options(Document page, String field, String path) {
		return page.select("select[name='" + field + "." + path + "']").first().select("option").eachAttr("value");
	}

	/** To leave a line out would mean somebody else. */
	@ParameterizedTest
	@ValueSource(strings = { "zz", "0.7.7", "0.0.1", "1.0", "0.99999", "0", "", "0.x", "0..1", "-1" })
	void aPathThatMeansNothingIsRefused(String path) {
		for (String to : List.of("/audiences", "/audiences/draft", "/audiences/answer")) {
			assertThat(post(to,
					BuilderForm.named("Paths")
						.line("0.0", "country", "is", "FR")
						.line(path, "country", "is", "BE")
						.fields()))
				.hasStatus(HttpStatus.BAD_REQUEST);
		}
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

	@Test
	void moreThanAConditionMayHaveIsRefusedAndNeverCut() {
		BuilderForm form = BuilderForm.named("Huge");
		IntStream.range(0, 9999).forEach((place) -> form.line("0." + place, "country", "is", "FR"));
		assertThat(post("/audiences", form.fields())).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		assertThat(post("/audiences/draft", form.fields())).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
		BuilderForm large = BuilderForm.named("Large");
		IntStream.range(0, 501).forEach((place) -> large.line("0." + place, "country", "is", "FR"));
		assertThat(post("/audiences", large.fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("at most 500 comparisons");
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

	@Test
	void aConditionThatCannotBeReadIsNeverEverybody() {
		assertThat(post("/audiences", BuilderForm.named("Sly").set("json", "{\"fact\":").fields()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

}
