package dev.sayso.audience;

import org.springframework.beans.factory.annotation.Autowired;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.condition.Operator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds how audiences are made, changed, copied and archived.
 */
@ProductTest
class AudiencesTests extends AudienceConsole {

	@Autowired
	EraseProfile erase;

	@Test
	void anAudienceIsMadeWithAKeyFromItsName() {
		assertThat(post("/audiences", BuilderForm.named("Fidèles, été").line("0.0", "country", "is", "FR").fields()))
			.hasStatus3xxRedirection()
			.hasRedirectedUrl("/audiences/fideles-ete");
		assertThat(definition("fideles-ete")).isEqualTo(Condition.all(country("FR")));
		assertThat(get("/audiences")).hasStatusOk().bodyText().contains("Fidèles, été", "fideles-ete");
		assertThat(get("/search?q=fideles")).bodyText().contains("/audiences/fideles-ete");
		assertThat(get("/activity")).bodyText().contains("Fidèles, été");
	}

	@Test
	void aKeyThatIsTakenOrNoneIsSaidAtItsFieldAndWhatWasTypedStays() {
		audience("first");
		for (String key : List.of("first", "Bad key", "lists", "new", "x".repeat(61))) {
			BuilderForm form = BuilderForm.named("Typed <i>")
				.set("slug", key)
				.set("description", "Said")
				.line("0.0", "lastName", "contains", "typed too");
			assertThat(post("/audiences", form.fields())).as(key)
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
				.bodyText()
				.contains("f-slug-error", "Typed &lt;i&gt;", "Said", "typed too", "value=\"" + key + "\"");
		}
		assertThat(post("/audiences", BuilderForm.named(" ").fields())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
			.bodyText()
			.contains("f-name-error");
	}

	@Test
	void aFormThatNamesAnotherAudienceCannotSkipTheKeysRules() {
		Audience other = audience("other");
		assertThat(post("/audiences",
				BuilderForm.named("Sly").set("audience", other.id().toString()).set("slug", "No Key").fields()))
			.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		assertThat(this.audiences.findAllByOrderByName()).hasSize(1);
	}

	@Test
	void whatIsShownIsSavedAgainWithoutAVersion() {
		audience("quiet", country("FR"), country("BE"));
		BuilderForm form = form("/audiences/quiet");
		assertThat(post("/audiences/quiet", form.fields())).hasStatus3xxRedirection();
		assertThat(html(get("/audiences/quiet/versions"))).doesNotContain("Version 2").contains("Version 1");
		assertThat(this.audiences.get("quiet").version()).isZero();
	}

	@Test
	void eachSaveLeavesAVersionThatSaysWhatItChanged() {
		audience("kept", country("FR"));
		BuilderForm form = form("/audiences/kept").set("name", "Other").set("value.0.0", "BE");
		assertThat(post("/audiences/kept", form.fields())).hasStatus3xxRedirection();
		assertThat(definition("kept")).isEqualTo(Condition.all(country("BE")));
		assertThat(get("/audiences/kept/versions")).bodyText()
			.contains("Version 2", "Name of kept", "Other", "France", "Belgium", "marketer");
		assertThat(get("/activity")).bodyText().contains("France", "Belgium");
	}

	@Test
	void aStaleSaveIsRefusedOnceAndNothingTypedIsLost() {
		Audience audience = audience("raced", country("FR"));
		BuilderForm mine = form("/audiences/raced").set("name", "Mine");
		this.management.edit(audience.id(), 0, "Theirs", "", Condition.all(country("BE")), false, People.OPERATOR);
		var refused = post("/audiences/raced", mine.fields());
		assertThat(refused).hasStatus(HttpStatus.CONFLICT).bodyText().contains("Sofie Maes", "Mine");
		assertThat(this.audiences.get("raced").name()).isEqualTo("Theirs");
		assertThat(post("/audiences/raced", BuilderForm.of(html(refused)).fields())).hasStatus3xxRedirection();
		assertThat(this.audiences.get("raced").name()).isEqualTo("Mine");
		assertThat(definition("raced")).isEqualTo(Condition.all(country("FR")));
	}

	@Test
	void aCopyHasAKeyOfItsOwnHoweverLongAndHoweverOften() {
		String longest = "k".repeat(60);
		this.management.create(longest, "n".repeat(200), "Told", Condition.all(country("FR")), People.OPERATOR);
		for (int copy = 2; copy < 5; copy++) {
			assertThat(post("/audiences/" + longest + "/copies", new LinkedMultiValueMap<>()))
				.hasStatus3xxRedirection();
		}
		assertThat(this.audiences.findAllByOrderByName()).hasSize(4)
			.allSatisfy((audience) -> assertThat(audience.slug()).hasSizeLessThanOrEqualTo(60))
			.allSatisfy((audience) -> assertThat(audience.definition()).isEqualTo(Condition.all(country("FR"))))
			.allSatisfy((audience) -> assertThat(audience.description()).isEqualTo("Told"));
	}

	@Test
	void anArchivedAudienceIsPutAsideAndStillAsked() {
		audience("away", country("FR"));
		audience("asking", in("away"));
		assertThat(this.mvc.put()
			.uri("/audiences/away/archive")
			.with(dev.sayso.account.SignIn.marketer())
			.with(dev.sayso.account.SignIn.csrf())).hasStatus3xxRedirection();
		assertThat(get("/audiences")).bodyText().doesNotContain("href=\"/audiences/away\"").contains("asking");
		assertThat(get("/audiences?archived=true")).bodyText().contains("href=\"/audiences/away\"");
		person("FR", "Ada");
		assertThat(get("/audiences/asking")).bodyText().contains("Ada Sample").doesNotContain("no longer there");
		assertThat(post("/audiences/away/archive",
				org.springframework.util.MultiValueMap.fromSingleValue(Map.of("_method", "delete"))))
			.hasStatus3xxRedirection();
		assertThat(this.audiences.get("away").isArchived()).isFalse();
		assertThat(get("/activity")).bodyText().contains("archived", "restored");
	}

	@Test
	void whatTheMenusDoNotOfferIsKeptAsItIs() {
		Condition.Comparison[] odd = { new Condition.Comparison("consents.personalize.content", Operator.IS_NOT, true),
				new Condition.Comparison("language", Operator.IS, List.of("fr-BE"), true) };
		audience("odd", odd);
		assertThat(post("/audiences/odd", form("/audiences/odd").set("name", "Still odd").fields()))
			.hasStatus3xxRedirection();
		assertThat(definition("odd")).isEqualTo(Condition.all(odd));
	}

	@Test
	void anAddressThatIsErasedIsInNoConditionNoVersionAndNoEntry() {
		Profile camille = this.people.create(Map.of("email", "camille.erased@posteo.example"));
		audience("named", new Condition.Comparison("email", Operator.IS, "Camille.Erased@posteo.example"));
		this.erase.erase(camille.id(), People.OPERATOR);
		for (String path : List.of("/audiences", "/audiences/named", "/audiences/named/versions", "/activity")) {
			assertThat(html(get(path)).toLowerCase(java.util.Locale.ROOT)).as(path).doesNotContain("camille.erased");
		}
		assertThat(definition("named").comparisons().flatMap((comparison) -> comparison.values().stream()))
			.containsExactly("–");
	}

}
