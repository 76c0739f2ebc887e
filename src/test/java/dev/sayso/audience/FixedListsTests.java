package dev.sayso.audience;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import dev.sayso.ProductTest;
import dev.sayso.condition.Condition;
import dev.sayso.condition.ConditionJson;
import dev.sayso.condition.Operator;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.profile.EraseProfile;
import dev.sayso.shared.Slug;
import dev.sayso.shared.page.Flash;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds who comes into fixed lists, and who goes out of them.
 */
@ProductTest
class FixedListsTests extends AudienceConsole {

	@Autowired
	EraseProfile erase;

	@Autowired
	Clock clock;

	@Test
	void aFileNamesPeopleByIdExternalIdAddressOrNumber() {
		Profile one = person("FR", "One");
		Profile two = this.people.create(Map.of("externalId", "crm-2"));
		this.people.create(Map.of("email", "three@posteo.example"));
		this.people.create(Map.of("mobile", "+33639981299"));
		var made = send("/audiences/lists", "\uFEFF" + one.id() + "\r\ncrm-2\r\nTHREE@posteo.example\n"
				+ "'+33 6 39 98 12 99\n" + two.id() + "\nnobody-at-all\n", Map.of("name", "From file"));
		assertThat(made).hasStatus3xxRedirection().hasRedirectedUrl("/audiences/from-file");
		assertThat(size("from-file")).isEqualTo(4);
		assertThat(get("/audiences/from-file/versions")).bodyText().contains("Version 2");
	}

	@Test
	void aHeadingChoosesTheColumnWhateverParts() {
		this.people.create(Map.of("email", "a@posteo.example"));
		this.people.create(Map.of("email", "b@posteo.example"));
		for (String comma : List.of(",", ";", "\t")) {
			String name = "Heading " + (int) comma.charAt(0);
			send("/audiences/lists", "Name,E-mail\nAnn,a@posteo.example\nBob,b@posteo.example\n".replace(",", comma),
					Map.of("name", name));
			assertThat(size(Slug.from(name, List.of()))).as(comma).isEqualTo(2);
		}
	}

	@Test
	void namesThatMeanNobodyOrSeveralAreSaidAndLeftOut() {
		this.people.create(Map.of("email", "shared@posteo.example"));
		this.people.create(Map.of("email", "shared@posteo.example"));
		list("some");
		var changed = send("/audiences/some/members", "shared@posteo.example\nnobody\n" + "x".repeat(500),
				Map.of("act", "add"));
		assertThat(changed).hasStatus3xxRedirection();
		Flash flash = (Flash) java.util.Objects.requireNonNull(changed.getMvcResult().getFlashMap().get("flash"));
		assertThat(flash.code()).isEqualTo("audience.list.added.some");
		assertThat(flash.args()).startsWith(0, 3, 3);
		assertThat(flash.args()[3].toString()).startsWith("shared@posteo.example, nobody, xxx");
		assertThat(size("some")).isZero();
	}

	@Test
	void whatIsNoFileOfNamesIsRefusedInASentence() {
		assertThat(send("/audiences/lists", (byte[]) null, Map.of("name", "None"))).hasStatus(422)
			.bodyText()
			.contains("Choose a file first", "value=\"None\"");
		assertThat(send("/audiences/lists", "", Map.of("name", "None"))).hasStatus(422);
		assertThat(send("/audiences/lists", "\n\nid\n", Map.of("name", "None"))).hasStatus(422)
			.bodyText()
			.contains("The file names nobody");
		byte[] garbage = new byte[5000];
		new java.util.Random(7).nextBytes(garbage);
		assertThat(send("/audiences/lists", garbage, Map.of("name", "None"))).hasStatus(422)
			.bodyText()
			.contains("cannot be read");
		assertThat(send("/audiences/lists", "a\u0000b\n", Map.of("name", "None"))).hasStatus(422);
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

	@Test
	void peopleAreAddedAndTakenOutByFile() {
		Profile stays = person("FR", "Stays");
		Profile goes = person("FR", "Goes");
		list("some", stays.id(), goes.id());
		send("/audiences/some/members", goes.id() + "\n", Map.of("act", "remove"));
		assertThat(size("some")).isEqualTo(1);
		send("/audiences/some/members", goes.id() + "\n" + stays.id(), Map.of("act", "add"));
		assertThat(size("some")).isEqualTo(2);
		assertThat(get("/activity")).bodyText().contains("Name of some");
		audience("condition", country("FR"));
		assertThat(send("/audiences/condition/members", stays.id() + "\n", Map.of())).hasStatus(404);
	}

	@Test
	void whomAConditionMeansNowIsHeldAndWhoComesLaterIsNot() {
		person("FR", "Now");
		String condition = ConditionJson.write(Condition.all(country("FR")));
		post("/audiences/lists", MultiValueMap.fromSingleValue(Map.of("name", "Held", "condition", condition)));
		audience("live", country("FR"));
		assertThat(post("/audiences/live/lists", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
		person("FR", "Later");
		assertThat(size("held")).isEqualTo(1);
		String day = this.clock.instant().toString().substring(0, 10);
		assertThat(size("live-" + day)).isEqualTo(1);
		assertThat(post("/audiences/live/lists", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
		assertThat(size("live-" + day + "-2")).isEqualTo(2);
	}

	@Test
	void whetherSomebodyIsInAListIsKnownOfEverybody() {
		list("some", person("FR", "Ada").id());
		person("FR", "Ben");
		audience("known", new Condition.Comparison("audiences.some", Operator.IS_SET));
		audience("unknown", new Condition.Comparison("audiences.some", Operator.IS_NOT_SET));
		String day = this.clock.instant().toString().substring(0, 10);
		Map.of("known", 2, "unknown", 0).forEach((key, people) -> {
			assertThat(post("/audiences/" + key + "/lists", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
			assertThat(size(key + "-" + day)).as(key).isEqualTo(people);
		});
	}

	@Test
	void aConditionThatCannotBeAskedMakesNoList() {
		for (String condition : List.of("{", "{\"fact\":\"gone\",\"operator\":\"isSet\"}")) {
			assertThat(post("/audiences/lists",
					MultiValueMap.fromSingleValue(Map.of("name", "None", "condition", condition))))
				.hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
			assertThat(this.mvc.get()
				.uri("/audiences/lists/new")
				.param("condition", condition)
				.with(dev.sayso.account.SignIn.marketer())).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
		}
		assertThat(this.audiences.findAllByOrderByName()).isEmpty();
	}

	@Test
	void aCopyOfAListHoldsTheSamePeople() {
		this.management.edit(list("some", person("FR", "Ada").id()).id(), 1, "Some", "Told", null, false,
				People.OPERATOR);
		assertThat(post("/audiences/some/copies", new LinkedMultiValueMap<>())).hasStatus3xxRedirection();
		assertThat(size("some-2")).isEqualTo(1);
		assertThat(this.audiences.get("some-2").description()).isEqualTo("Told");
	}

	@Test
	void aHeadingTellsWhatKindOfNamesStandsBelow() {
		Profile known = this.people.create(Map.of("externalId", "anna@shop.example", "email", "other@posteo.example"));
		Profile owner = this.people.create(Map.of("email", "anna@shop.example"));
		send("/audiences/lists", "externalId\nanna@shop.example\n", Map.of("name", "Shop"));
		assertThat(this.lists.load(List.of(known.id(), owner.id())).get(known.id()).lists()).hasSize(1);
		assertThat(this.lists.load(List.of(known.id(), owner.id())).get(owner.id()).lists()).isEmpty();
	}

	@Test
	void whoIsErasedLeavesTheirLists() {
		Profile ada = person("FR", "Ada");
		list("some", ada.id(), person("FR", "Bob").id());
		this.erase.erase(ada.id(), People.OPERATOR);
		assertThat(size("some")).isEqualTo(1);
		assertThat(get("/audiences/some")).bodyText().contains("Bob Sample").doesNotContain("Ada");
	}

	@Test
	void aListIsRenamedAndItsButtonsShowNoBuilder() {
		list("some", person("FR", "Ada").id());
		BuilderForm form = form("/audiences/some");
		String others = html(post("/audiences/draft", form.set("bucket", "7").fields()));
		assertThat(others).contains("Ada Sample").doesNotContain("name=\"of.0\"");
		assertThat(post("/audiences/some", form(form, "name", "Renamed").fields())).hasStatus3xxRedirection();
		assertThat(this.audiences.get("some").name()).isEqualTo("Renamed");
		assertThat(size("some")).isEqualTo(1);
	}

	private static BuilderForm form(BuilderForm form, String name, String value) {
		return form.set(name, value);
	}

	private int size(String slug) {
		return this.lists.count(this.audiences.get(slug).id());
	}

}
