package dev.sayso.landing.visit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import dev.sayso.ProductTest;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.Browse;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.Pages;
import dev.sayso.person.People;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Guesses from a thousand answers, by the time each took, whether an address is known: no
 * better than by chance. It takes minutes and a quiet machine.
 */
@ProductTest
@Tag("outer")
@TestPropertySource(properties = "sayso.visitors.answer-time=100ms")
class AnswerTimeTests {

	private static final int FORMS = 1000;

	@Autowired
	MockMvcTester mvc;

	@Autowired
	Pages pages;

	@Autowired
	People people;

	@Autowired
	VisitorLimits limits;

	@Test
	void tellsNobodyWhetherAnAddressIsKnown() {
		LandingPage page = this.pages.form(BoxMeaning.CONTACT_ME, "email");
		List<Boolean> known = new ArrayList<>(IntStream.range(0, FORMS).mapToObj((number) -> number % 2 == 0).toList());
		Collections.shuffle(known);
		for (int warm = 0; warm < 50; warm++) {
			time(page, warm % 2 == 0);
		}
		List<Long> ofKnown = new ArrayList<>();
		List<Long> ofUnknown = new ArrayList<>();
		known.forEach((one) -> (one ? ofKnown : ofUnknown).add(time(page, one)));
		assertThat(best(ofKnown, ofUnknown)).isLessThanOrEqualTo(0.55);
	}

	private long time(LandingPage page, boolean known) {
		String email = UUID.randomUUID() + "@verel.example";
		if (known) {
			this.people.create(Map.of("email", email));
		}
		Browse.Opened form = this.pages.visit(this.mvc, page, email).tick("channel.email");
		this.limits.forget();
		long begun = System.nanoTime();
		assertThat(Browse.send(this.mvc, form)).hasStatus(303);
		return System.nanoTime() - begun;
	}

	/**
	 * How many answers the best threshold puts on the right side.
	 */
	private static double best(List<Long> known, List<Long> unknown) {
		return IntStream.range(0, FORMS).mapToDouble((at) -> {
			long threshold = (at < known.size()) ? known.get(at) : unknown.get(at - known.size());
			long right = known.stream().filter((time) -> time <= threshold).count()
					+ unknown.stream().filter((time) -> time > threshold).count();
			return Math.max(right, FORMS - right) / (double) FORMS;
		}).max().orElse(1);
	}

}
