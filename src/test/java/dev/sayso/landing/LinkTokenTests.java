package dev.sayso.landing;

import java.nio.ByteBuffer;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import dev.sayso.landing.LinkToken.Link;
import dev.sayso.shared.KeySamples;
import dev.sayso.shared.ProfileId;

import static org.assertj.core.api.Assertions.assertThat;

class LinkTokenTests {

	private static final Link LINK = new Link(ProfileId.random(), 7, 12, "");

	private final LinkToken tokens = new LinkToken(KeySamples.keys("the first key of all"));

	@Test
	void carriesWhomItIsForWithinAFewLetters() {
		String token = this.tokens.write(LINK);
		assertThat(token).hasSizeLessThanOrEqualTo(60).matches("[A-Za-z0-9_-]+");
		assertThat(this.tokens.link(token)).contains(LINK);
	}

	@Test
	void carriesTheSendersOwnIdOfTheMessage() {
		Link link = new Link(ProfileId.random(), 7, 12, "zürich-4");
		assertThat(this.tokens.link(this.tokens.write(link))).contains(link);
		LinkToken.Unsubscribe unsubscribe = new LinkToken.Unsubscribe(ProfileId.random(), 3, "service.weekly", "né-1");
		assertThat(this.tokens.unsubscribe(this.tokens.write(unsubscribe))).contains(unsubscribe);
		assertThat(this.tokens.link(this.tokens.write(unsubscribe))).isEmpty();
		assertThat(this.tokens.unsubscribe(this.tokens.write(link))).isEmpty();
	}

	@Test
	void carriesTheServiceThatAPageIsAbout() {
		Link link = new Link(ProfileId.random(), 7, 12, "zürich-4", "monday-letter");
		String token = this.tokens.write(link);
		assertThat(this.tokens.link(token)).contains(link);
		assertThat(this.tokens.unsubscribe(token)).isEmpty();
		assertThat(this.tokens.link(this.tokens.write(new Link(link.profile(), 7, 12, "", "monday-letter")))).get()
			.extracting(Link::service, Link::message)
			.containsExactly("monday-letter", "");
	}

	@Test
	void carriesHowOftenLinksWereRenewed() {
		for (String service : new String[] { "", "monday-letter" }) {
			Link link = new Link(ProfileId.random(), 7, 12, "zürich-4", service, 3);
			assertThat(this.tokens.link(this.tokens.write(link))).contains(link);
		}
		LinkToken.Unsubscribe unsubscribe = new LinkToken.Unsubscribe(ProfileId.random(), 3, "marketing.sms", "né-1",
				2);
		assertThat(this.tokens.unsubscribe(this.tokens.write(unsubscribe))).contains(unsubscribe);
		assertThat(this.tokens.link(this.tokens.write(unsubscribe))).isEmpty();
	}

	@Test
	void refusesEveryOtherSpelling() {
		String token = this.tokens.write(LINK);
		for (int place = 0; place < token.length(); place++) {
			for (char letter : new char[] { 'A', 'Q', '_', '=' }) {
				String forged = token.substring(0, place) + letter + token.substring(place + 1);
				assertThat(this.tokens.link(forged).isPresent()).isEqualTo(forged.equals(token));
			}
		}
		assertThat(this.tokens.link("")).isEmpty();
		assertThat(this.tokens.link(token + "A")).isEmpty();
		assertThat(this.tokens.link("é" + token)).isEmpty();
	}

	@Test
	void doesNotTakeOneKindForAnother() {
		String receipt = this.tokens.write(new LinkToken.Receipt(LINK.profile().id(), true));
		assertThat(this.tokens.link(receipt)).isEmpty();
		assertThat(this.tokens.receipt(this.tokens.write(LINK))).isEmpty();
		assertThat(this.tokens.time(this.tokens.write(12L))).contains(12L);
	}

	@Test
	void outlivesTheKeyThatSignedItWhileThatKeyStillVerifies() {
		String token = this.tokens.write(LINK);
		assertThat(new LinkToken(KeySamples.keys("a new key that signs", "the first key of all")).link(token))
			.contains(LINK);
		assertThat(new LinkToken(KeySamples.keys("a new key that signs")).link(token)).isEmpty();
	}

	@Test
	void namesItsKeyAndOneOfBeforeIsStillRead() {
		LinkToken other = new LinkToken(KeySamples.keys("a new key that signs", "the first key of all"));
		assertThat(name(this.tokens.write(LINK)))
			.isEqualTo(name(this.tokens.write(new Link(ProfileId.random(), 1, 1, ""))))
			.isNotEqualTo(name(other.write(LINK)));
		byte[] token = Base64.getUrlDecoder().decode(this.tokens.write(LINK));
		byte[] before = ByteBuffer.allocate(40).put(token, 0, 24).put(token, 28, 16).array();
		String unnamed = Base64.getUrlEncoder().withoutPadding().encodeToString(before);
		assertThat(other.link(unnamed)).contains(LINK);
		assertThat(new LinkToken(KeySamples.keys("a new key that signs")).link(unnamed)).isEmpty();
	}

	private static int name(String token) {
		return ByteBuffer.wrap(Base64.getUrlDecoder().decode(token)).getInt(24);
	}

}
