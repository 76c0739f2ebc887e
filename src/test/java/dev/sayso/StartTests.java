package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@DemoTest
class StartTests {

	@Autowired
	MockMvcTester mvc;

	@Test
	void healthIsToldWithoutSigningIn() {
		assertThat(this.mvc.get().uri("/actuator/health")).hasStatusOk()
			.bodyJson()
			.isLenientlyEqualTo("{\"status\":\"UP\"}");
	}

}
