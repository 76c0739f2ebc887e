package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

@DemoTest
class SignInJourneyTests {

	@LocalServerPort
	int port;

	@Test
	void anOperatorSignsIn() {
		Browser browser = Browser.at(this.port);
		browser.open("/profiles").sees("Sign in").picture(java.nio.file.Path.of("target/login.png")).axe();
		browser.colours("dark").axe();
		browser.signIn("operator", "sayso-demo").sees("Profiles");
	}

	@Test
	void anOperatorSignsInWithoutJavaScript() {
		Browser.at(this.port).javaScript(false).signIn("operator", "sayso-demo").sees("Profiles");
	}

}
