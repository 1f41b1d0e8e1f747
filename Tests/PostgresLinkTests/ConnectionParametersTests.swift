import BranchingCore
import PostgresLink
import Testing

@Suite struct ConnectionParametersTests {
    @Test func `a URL and key=value pairs say the same`() throws {
        let url = try ConnectionParameters(
            parsing: Secret("postgresql://us%20er:p%40s%3As@db.example:6543/app?sslmode=require"))
        let pairs = try ConnectionParameters(
            parsing: Secret("host=db.example port=6543 user='us er' password='p@s:s' dbname=app sslmode=require"))
        #expect(url == pairs)
        #expect(url.password?.reveal() == "p@s:s")
        #expect(url["port"] == "6543")
    }

    @Test func `several hosts and what is wanted of them are kept`() throws {
        let text = "postgresql://u@a:1,b:2/app?target_session_attrs=read-write"
        let parameters = try ConnectionParameters.untrusted(Secret(text))
        #expect(parameters["host"] == "a,b")
        #expect(parameters["port"] == "1,2")
        #expect(parameters["target_session_attrs"] == "read-write")
    }

    @Test(arguments: [
        "passfile=/etc/passwd", "service=x", "sslkey=/k", "sslcert=/c", "sslrootcert=/r", "options=-c%20x",
        "hostaddr=1.2.3.4", "application_name=x", "krbsrvname=x", "sslpassword=x", "replication=database",
    ])
    func `a user's URL cannot name what reads files or runs code here`(parameter: String) {
        let name = String(parameter.prefix { $0 != "=" })
        let error = #expect(throws: BranchError.self) {
            try ConnectionParameters.untrusted(Secret("postgresql://u@h/d?\(parameter)"))
        }
        #expect(error?.description.contains("'\(name)' is not allowed") == true)
    }

    @Test(arguments: [
        "mysql://u:secret@h/d", "postgresql://u:secret@h", "postgresql://u:secret%zz@h/d", "http://secret@h/d",
        "host=h secret",
    ])
    func `anything but a connection string is refused without being quoted`(text: String) throws {
        let error = try #require(throws: BranchError.self) { try ConnectionParameters.untrusted(Secret(text)) }
        guard case .invalidSource = error else {
            Issue.record("\(error)")
            return
        }
        #expect(!error.description.contains("secret"))
    }

    @Test(arguments: [
        ("host=h port=99999 dbname=d", "port"), ("host=h port=x dbname=d", "port"), ("host=h port=0 dbname=d", "port"),
        ("host=h,i port=1,2,3 dbname=d", "ports"), ("host=h port=1,2 dbname=d", "ports"),
        ("host=h port=5432.5 dbname=d", "port"), ("host=h sslmode=on dbname=d", "sslmode"),
        ("host=h target_session_attrs=rw dbname=d", "target_session_attrs"),
        ("host=h connect_timeout=soon dbname=d", "connect_timeout"),
    ])
    func `a value that libpq would refuse is refused before anything connects`(text: String, word: String) {
        let error = #expect(throws: BranchError.self) { try ConnectionParameters.untrusted(Secret(text)) }
        #expect(error?.description.contains(word) == true, "\(String(describing: error))")
    }

    @Test(arguments: [
        "host=h port=5432 dbname=d", "host=h,i port=1,2 dbname=d", "host=h,i port=1 dbname=d",
        "host=h,i port=1, dbname=d",
        "host=h port='' dbname=d", "host=h dbname=d sslmode=verify-full target_session_attrs=prefer-standby",
        "host=h dbname=d connect_timeout=' 5 '",
    ])
    func `a value that libpq takes is taken`(text: String) throws {
        _ = try ConnectionParameters.untrusted(Secret(text))
    }

    @Test func `a user's connection uses none of the server's own credentials`() throws {
        let parameters = try ConnectionParameters.untrusted(Secret("postgresql://u@h/d"))
        for keyword in ["passfile", "sslcert", "sslkey"] {
            #expect(parameters[keyword]?.hasPrefix("/nonexistent/") == true)
        }
    }

    @Test func `no description shows the password`() throws {
        let parameters = try ConnectionParameters(parsing: Secret("postgresql://u:hush@h/d"))
        var text = ""
        dump(parameters, to: &text)
        #expect(!"\(parameters) \(String(reflecting: parameters)) \(text)".contains("hush"))
        #expect("\(parameters)".contains("password=***"))
    }
}
