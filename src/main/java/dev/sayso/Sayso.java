package dev.sayso;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Sayso: the console, the public pages and the API in one process.
 */
@SpringBootApplication
public class Sayso {

	public static void main(String[] args) {
		SpringApplication.run(Sayso.class, args);
	}

}
