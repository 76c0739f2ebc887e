package dev.sayso;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

@DemoTest
class AccountJourneyTests {

	@LocalServerPort
	int port;

	@Test
	void aWrongPasswordLetsNobodyInAndTheRightOneDoesUntilTheySignOut() {
		Browser browser = Browser.at(this.port);
		browser.open("/profiles").fill("User name", "marketer").fill("Password", "guessed").press("Sign in");
		browser.sees("do not go together")
			.fill("User name", "marketer")
			.fill("Password", "sayso-demo")
			.press("Sign in");
		browser.arrives("/profiles").press("Marketer").press("Sign out").arrives("/login").sees("You are signed out");
		browser.open("/profiles").arrives("/login");
	}

	@Test
	void theConsoleSpeaksTheLanguageSomebodyChooses() {
		Browser browser = Browser.at(this.port).signIn("auditor").open("/profiles").sees("Last change");
		browser.press("Language").press("Français").sees("Dernière modification").sees("Réglages").speaks("fr");
		browser.open("/settings").sees("Réglages").doesNotSee("Settings");
		browser.open("/account").fill("Langue", "English").press("Garder ces choix");
		browser.sees("Your account").speaks("en");
	}

	@Test
	void somebodyWhoChoseTheDarkKeepsIt() {
		Browser browser = Browser.at(this.port).signIn("auditor").open("/profiles").wears("light");
		browser.press("Light or dark").press("Dark").wears("dark").open("/settings").wears("dark");
		browser.press("Light or dark").press("As the system").wears("light").colours("dark").wears("dark");
	}

}
