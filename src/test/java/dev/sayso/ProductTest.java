package dev.sayso;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.event.ApplicationEventsTestExecutionListener;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;
import org.springframework.test.context.web.ServletTestExecutionListener;

import dev.sayso.store.FullDisk;

/**
 * A test with the whole product at hand, on an empty embedded store: beans are injected,
 * pages are asked by {@code MockMvcTester} or over HTTP. All such tests share one
 * context. What the API answers is held against its document.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "server.address=127.0.0.1", "sayso.admin-password=sayso-test", "sayso.visitors.fill-time=300ms",
				"sayso.visitors.answer-time=20ms", "sayso.feed.look=1h", "sayso.receivers.look=1h",
				"spring.main.log-startup-info=false" })
@AutoConfigureMockMvc
@ContextConfiguration(initializers = TestStore.class)
@Import({ DocumentedAnswers.class, FullDisk.class, QuickPasswords.class })
// without what looks for mocks among two thousand beans before and after each test
@TestExecutionListeners({ ServletTestExecutionListener.class, ApplicationEventsTestExecutionListener.class,
		DependencyInjectionTestExecutionListener.class })
@ExtendWith({ EmptyStore.class, DocumentedAnswers.class })
public @interface ProductTest {

}
