package dev.sayso.landing;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.account.SignIn;
import dev.sayso.person.People;
import dev.sayso.shared.ProfileId;
import dev.sayso.shared.PublicAddress;
import dev.sayso.shared.Settings;

import static org.assertj.core.api.Assertions.assertThat;

@ProductTest
class PersonalLinksTests {

	@Autowired
	MockMvcTester mvc;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	PersonalLinks links;

	@Autowired
	PublishedPages published;

	@Autowired
	LinkKeys keys;

	@Autowired
	Settings settings;

	@Test
	void aLinkCountsOnceItIsMadeToBeSentAndNotWhenItIsShown() {
		ProfileId person = this.people.somebody();
		for (int i = 0; i < 3; i++) {
			this.pages.denylist(false);
		}
		long before = counted();
		for (int i = 0; i < 2; i++) {
			assertThat(this.mvc.get().uri("/profiles/" + person + "/links").with(SignIn.operator())).hasStatusOk()
				.bodyText()
				.contains("/p/");
		}
		assertThat(counted()).isEqualTo(before);
		this.settings.set(PublicAddress.SETTING, "https://choices.example");
		List<PublishedPage> linkable = this.published.linkable();
		assertThat(linkable).hasSizeGreaterThanOrEqualTo(3);
		linkable.forEach((page) -> this.links.make(People.OPERATOR, person, page, ""));
		assertThat(counted()).isEqualTo(before + linkable.size());
	}

	private long counted() {
		this.keys.write();
		return this.jdbc.sql("select coalesce(sum(links), 0) from link_key").query(Long.class).single();
	}

}
