package dev.sayso.audience;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;

import dev.sayso.account.SignIn;
import dev.sayso.condition.Condition;
import dev.sayso.condition.Operator;
import dev.sayso.person.People;
import dev.sayso.person.Profile;
import dev.sayso.shared.ProfileId;

import static dev.sayso.account.SignIn.csrf;

/**
 * The samples of the audience room, and the console as a marketer uses it.
 */
public abstract class AudienceConsole {

	@Autowired
	public MockMvcTester mvc;

	@Autowired
	Audiences audiences;

	@Autowired
	public AudienceManagement management;

	@Autowired
	FixedListMembers lists;

	@Autowired
	People people;

	@Autowired
	JdbcClient jdbc;

	public Audience audience(String slug, Condition.Comparison... all) {
		return this.management.create(slug, "Name of " + slug, "", Condition.all(all), People.OPERATOR);
	}

	public static Condition.Comparison country(String code) {
		return new Condition.Comparison("country", Operator.IS, code);
	}

	public static Condition.Comparison in(String audience) {
		return new Condition.Comparison("audiences." + audience, Operator.IS, true);
	}

	Audience list(String slug, ProfileId... members) {
		Audience list = this.management.create(slug, "Name of " + slug, "", null, People.OPERATOR);
		this.management.change(list, () -> this.lists.add(list.id(), List.of(members)), People.OPERATOR);
		return list;
	}

	public Profile person(String country, String name) {
		return this.people.create(Map.of("country", country, "firstName", name, "lastName", "Sample"));
	}

	Condition definition(String slug) {
		return this.audiences.get(slug).definition();
	}

	MvcTestResult get(String path) {
		return get(path, SignIn.marketer());
	}

	MvcTestResult get(String path, RequestPostProcessor who) {
		return this.mvc.get().uri(path).with(who).exchange();
	}

	public MvcTestResult post(String path, MultiValueMap<String, String> fields) {
		return post(path, fields, SignIn.marketer());
	}

	public MvcTestResult post(String path, MultiValueMap<String, String> fields, RequestPostProcessor who) {
		return this.mvc.post().uri(path).params(fields).with(who).with(csrf()).exchange();
	}

	/** Sends a file, and to what is not edited by it, nothing else. */
	MvcTestResult send(String path, @Nullable String content, Map<String, String> fields) {
		return send(path, (content != null) ? content.getBytes(StandardCharsets.UTF_8) : null, fields);
	}

	MvcTestResult send(String path, byte @Nullable [] content, Map<String, String> fields) {
		var request = this.mvc.post().uri(path).multipart();
		if (content != null) {
			request.file(new MockMultipartFile("file", "names.csv", "text/csv", content));
		}
		return request.params(MultiValueMap.fromSingleValue(fields)).with(SignIn.marketer()).with(csrf()).exchange();
	}

	BuilderForm form(String path) {
		return BuilderForm.of(html(get(path)));
	}

	/** Presses a button of the builder. */
	BuilderForm press(BuilderForm form, String act) {
		return BuilderForm.of(html(post("/audiences/draft", form.set("act", act).fields())));
	}

	public static String html(MvcTestResult answer) {
		try {
			return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
		}
		catch (java.io.UnsupportedEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
