package dev.sayso.audience;

import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds that an audience of as many values as a condition may have is made, changed,
 * compared and taken back like any other.
 */
@ProductTest
class LongListsTests extends AudienceConsole {

	private static final int MOST = 1000;

	@Test
	void aThousandAddressesAreMadeChangedComparedAndTakenBack() {
		BuilderForm made = BuilderForm.named("Guests")
			.set("slug", "guests")
			.line("0.0", "email", "isOneOf", addresses());
		assertThat(post("/audiences", made.fields())).hasRedirectedUrl("/audiences/guests");
		assertThat(get("/activity")).bodyText()
			.contains("Guests", "guest-0@", "… (1,000 in all)")
			.doesNotContain("guest-999@");
		String[] others = addresses();
		others[499] = "new@posteo.example";
		assertThat(save(form("/audiences/guests").set("value.0.0", others))).hasRedirectedUrl("/audiences/guests");
		assertThat(((Condition.Group) definition("guests")).conditions()).first()
			.isEqualTo(new Condition.Comparison("email", Operator.IS_ONE_OF, (Object[]) others));
		for (String page : new String[] { "/activity", "/audiences/guests/versions" }) {
			assertThat(get(page)).bodyText()
				.contains("1 of 1,000 changed", "new@posteo.example", "guest-499@posteo.example")
				.doesNotContain("guest-600@");
		}
		assertThat(get("/activity?lang=fr")).bodyText().contains("modifiées\u00a0: 1 sur 1\u202f000");
		assertThat(widest()).isLessThan(2000);
		BuilderForm earlier = BuilderForm.of(html(get("/audiences/new?of=guests&version=1")));
		assertThat(earlier.values("value.0.0")).contains(addresses());
		assertThat(save(form("/audiences/guests").set("value.0.0", addresses()))).hasRedirectedUrl("/audiences/guests");
		assertThat(((Condition.Group) definition("guests")).conditions()).first()
			.isEqualTo(new Condition.Comparison("email", Operator.IS_ONE_OF, (Object[]) addresses()));
	}

	@ParameterizedTest
	@CsvSource({ "1, 1 of 1\\,000 changed", "250, 250 of 1\\,000 changed", "1000, … (1\\,000 in all)" })
	void howManyDifferIsCounted(int differing, String told) {
		Object[] before = addresses();
		Object[] after = addresses();
		IntStream.range(0, differing).forEach((at) -> after[at] = "new-" + at + "@posteo.example");
		Audience audience = audience("guests", new Condition.Comparison("email", Operator.IS_NONE_OF, before));
		edit(audience, Condition.all(new Condition.Comparison("email", Operator.IS_NONE_OF, after)));
		assertThat(get("/activity")).bodyText().contains(told.replace("\\", ""));
	}

	@Test
	void whatIsOnlyInAnotherOrderIsAChangeTooAndListsThatGrowAreCounted() {
		Object[] turned = addresses();
		turned[0] = "guest-1@posteo.example";
		turned[1] = "guest-0@posteo.example";
		Audience audience = audience("guests",
				new Condition.Comparison("email", Operator.IS_ONE_OF, (Object[]) addresses()));
		Audience saved = edit(audience, Condition.all(new Condition.Comparison("email", Operator.IS_ONE_OF, turned)));
		assertThat(saved.version()).isNotEqualTo(audience.version());
		edit(saved, Condition
			.all(new Condition.Comparison("email", Operator.IS_ONE_OF, Stream.of(turned).limit(MOST - 3).toArray())));
		assertThat(get("/audiences/guests/versions")).bodyText().contains("0 of 1,000 changed", "3 of 1,000 changed");
	}

	@Test
	void theLongestConditionIsMadeAndChangedAndALongerOneIsRefusedInWords() {
		Condition longest = Condition.any(Stream
			.concat(IntStream.range(0, 2).mapToObj((list) -> texts("\"".repeat(110) + list)), Stream.of(texts("a")))
			.toArray(Condition[]::new));
		assertThat(ConditionJson.write(longest).length()).isBetween(450_000, Condition.LONGEST);
		Audience audience = this.management.create("longest", "Longest", "\n".repeat(2000), longest, People.OPERATOR);
		edit(audience, Condition.any(texts("b"), longest));
		assertThat(get("/audiences/longest/versions")).hasStatusOk();
		assertThat(get("/activity")).hasStatusOk().bodyText().contains("1,000 in all");
		BuilderForm tooLong = BuilderForm.named("Too long").set("slug", "too-long");
		IntStream.range(0, 3)
			.forEach((line) -> tooLong.line("0." + line, "firstName", "isOneOf",
					IntStream.range(0, MOST).mapToObj((at) -> "x".repeat(190) + at).toArray(String[]::new)));
		assertThat(post("/audiences", tooLong.fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("at most 480,000 characters");
	}

	private static Condition texts(String text) {
		return new Condition.Comparison("firstName", Operator.IS_ONE_OF,
				IntStream.range(0, MOST).<Object>mapToObj((at) -> text + at).toArray());
	}

	private Audience edit(Audience audience, Condition condition) {
		return this.management.edit(audience.id(), audience.version(), audience.name(), audience.description(),
				condition, false, People.OPERATOR);
	}

	private MvcTestResult save(BuilderForm form) {
		return this.mvc.put()
			.uri("/audiences/guests")
			.params(form.fields())
			.with(SignIn.marketer())
			.with(csrf())
			.exchange();
	}

	private static String[] addresses() {
		return IntStream.range(0, MOST).mapToObj((at) -> "guest-" + at + "@posteo.example").toArray(String[]::new);
	}

	private int widest() {
		return this.jdbc.sql("select max(length(changes)) from audit_entry").query(Integer.class).single();
	}

}
