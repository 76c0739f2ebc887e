package dev.sayso.audience.eligibility;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.audience.AudienceConsole;
import dev.sayso.audience.BuilderForm;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.InvalidConditionException;
import dev.sayso.condition.builder.BuilderView;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static dev.sayso.account.SignIn.csrf;

/**
 * Holds that other rooms may say whom something is for, and that what is not said is
 * never everybody.
 */
@ProductTest
class EligibilityTests extends AudienceConsole {

	@Autowired
	EligibilityForms forms;

	@Test
	void eachChoiceMeansWhatItSays() {
		audience("in-france", country("FR"));
		audience("in-spain", country("ES"));
		BuilderForm form = chosen("everybody").line("0.0", "country", "is", "")
			.set("eligibility.audience", "in-spain", "in-france");
		assertThat(this.forms.kept(read(form))).isEmpty();
		assertThat(condition(form.set("eligibility", "audiences")))
			.isEqualTo(Condition.any(in("in-france"), in("in-spain")));
		assertThat(condition(form.set("eligibility.of", "all")))
			.isEqualTo(Condition.all(in("in-france"), in("in-spain")));
		assertThat(condition(form.set("eligibility", "condition").set("value.0.0", "BE")))
			.isEqualTo(Condition.all(country("BE")));
		assertThat(ConditionJson.parse(this.forms.kept(read(form)))).isEqualTo(condition(form));
	}

	@Test
	void whatIsNotSaidIsNeverEverybody() {
		for (BuilderForm form : List.of(chosen("audiences"), chosen("condition"), chosen("bogus"),
				chosen("audiences").set("eligibility.audience", "gone"),
				chosen("condition").line("0.0", "country", "is", ""))) {
			assertThatExceptionOfType(InvalidConditionException.class).isThrownBy(() -> condition(form));
			assertThat(view(read(form)).wrong()).isNotEmpty();
		}
		assertThat(view(read(chosen("audiences"))).unticked()).isEqualTo("Tick an audience, or choose everybody.");
	}

	@Test
	void anAudienceThatIsGoneOrArchivedIsNamedAtItsPlace() {
		audience("used", country("FR"));
		this.management.archive(audience("archived", country("FR")).id(), true, People.OPERATOR);
		this.management.archive(audience("unused", country("FR")).id(), true, People.OPERATOR);
		EligibilityView view = view(EligibilityForm.of(Condition.all(in("archived"), in("gone"))));
		assertThat(view.ticks()).extracting(EligibilityView.Tick::key).containsExactly("gone", "archived", "used");
		assertThat(view.ticks()).extracting(EligibilityView.Tick::ticked).containsExactly(true, true, false);
		assertThat(view.ticks()).extracting(EligibilityView.Tick::state)
			.containsExactly("audience.eligibility.gone", "audience.archived", null);
		assertThat(view.ticks().get(0).fault()).contains("audiences.gone");
		assertThat(view.ticks().get(1).fault()).isNull();
		assertThat(redrawn(chosen("audiences").set("eligibility.audience", "gone"), "")).contains("(no longer there)");
	}

	@Test
	void anAttributeThatIsGoneIsNamedAtItsLine() {
		EligibilityView view = view(EligibilityForm.of(Condition.all(country("FR"),
				new Condition.Comparison("attributes.gone", country("").operator(), "x"))));
		BuilderView builder = java.util.Objects.requireNonNull(view.builder());
		List<BuilderView.Node> lines = java.util.Objects.requireNonNull(builder.root().group()).members();
		assertThat(lines).extracting(BuilderView.Node::fault)
			.containsExactly(null, "Nothing called “attributes.gone” is known about people any more.");
		assertThat(redrawn(chosen("condition").line("0.0", "attributes.gone", "is", "x"), ""))
			.contains("attributes.gone (no longer there)");
	}

	@Test
	void theBuildersButtonsRedrawWhatIsChosen() {
		audience("in-france", country("FR"));
		BuilderForm form = pressed(chosen("condition").line("0.0", "country", "is", "FR"), "eligibility:group:0");
		assertThat(form.nodes()).containsExactly("0.0", "0.1", "0.1.0");
		assertThat(form.values("eligibility")).containsExactly("condition");
		form = pressed(form.set("eligibility.audience", "in-france").set("eligibility.of", "all"),
				"eligibility:remove:0.0");
		assertThat(form.nodes()).containsExactly("0.0", "0.0.0");
		assertThat(form.values("eligibility.audience")).containsExactly("in-france");
		assertThat(form.values("eligibility.of")).containsExactly("all");
		assertThat(pressed(form, "remove:0.0").nodes()).isEqualTo(form.nodes());
	}

	@Test
	void aFormThatSaysPutIsAnsweredToo() {
		person("FR", "Anna");
		person("BE", "Bea");
		BuilderForm form = chosen("condition").line("0.0", "country", "is", "FR").set("_method", "put");
		String answer = html(post("/eligibility/answer", form.fields()));
		assertThat(answer).containsPattern("data-test=\"people\">1<").contains("profile<", "<b>France</b>");
		assertThat(html(post("/eligibility/answer", form.set("eligibility", "everybody").fields())))
			.containsPattern("data-test=\"people\">2<")
			.contains("Everybody");
	}

	@Test
	void readersSeeItAndDoNotChoose() {
		String shown = html(post("/eligibility/draft", chosen("condition").line("0.0", "country", "is", "FR").fields(),
				SignIn.auditor()));
		assertThat(shown).contains("<b>France</b>").doesNotContain("<button", "type=\"radio\"", "<select");
		BuilderForm kept = BuilderForm.read(shown);
		assertThat(kept.fields()).containsOnlyKeys("eligibility.kept");
		assertThat(condition(kept)).isEqualTo(Condition.all(country("FR")));
	}

	private static BuilderForm chosen(String choice) {
		return new BuilderForm().set("eligibility", choice).set("of.0", "all");
	}

	private static EligibilityForm read(BuilderForm form) {
		return EligibilityForm.read(form.fields());
	}

	private Condition condition(BuilderForm form) {
		return this.forms.condition(read(form));
	}

	private EligibilityView view(EligibilityForm form) {
		return this.forms.view(form, "", true);
	}

	private BuilderForm pressed(BuilderForm form, String act) {
		return BuilderForm.read(redrawn(form, act));
	}

	private String redrawn(BuilderForm form, String act) {
		return html(this.mvc.post()
			.uri("/eligibility/draft")
			.params(form.fields())
			.param("act", act)
			.header("HX-Request", "true")
			.with(SignIn.marketer())
			.with(csrf())
			.exchange());
	}

}
