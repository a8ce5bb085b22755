extension OpenAPI {
    /// The form of what goes in and comes out, by JSON Schema 2020-12. Lengths are those of `WebLimits`.
    static let schemas = """
        {
        "Name":{"type":["string","null"],"maxLength":\(WebLimits.nameLength)},
        "Time":{"description":"By RFC 3339, or seconds since 1970, or milliseconds from 100,000,000,000",
         "anyOf":[{"type":"string","format":"date-time"},{"type":"number","exclusiveMinimum":-1e15,"exclusiveMaximum":1e15},{"type":"null"}]},
        "Address":{"anyOf":[{"type":"string","format":"ipv4"},{"type":"string","format":"ipv6"},{"type":"null"}]},
        "Direction":{"enum":["terminating","originating","transit",null],"description":"Which way it crosses your network; terminating unless said"},
        "Party":{"description":"Somebody: a string, read as the channel writes identities, or an object that says what it is",
         "anyOf":[{"type":"string","maxLength":\(WebLimits.nameLength)},{"type":"number"},
          {"type":"object","required":["number"],"properties":{"number":{"type":"string","maxLength":\(WebLimits.nameLength),"pattern":"^[+ ().-]*([0-9][+ ().-]*){1,15}$"}}},
          {"type":"object","required":["senderId"],"properties":{"senderId":{"type":"string","maxLength":\(WebLimits.nameLength)}}},
          {"type":"object","required":["shortCode"],"properties":{"shortCode":{"type":"string","maxLength":\(WebLimits.nameLength)}}},
          {"type":"object","required":["account"],"properties":{"account":{"type":"string","maxLength":\(WebLimits.nameLength)},"platform":{"$ref":"#/components/schemas/Name"}}},
          {"type":"object","required":["mailbox"],"properties":{"mailbox":{"type":"string","maxLength":\(WebLimits.nameLength)}}},
          {"type":"object","required":["sip"],"properties":{"sip":{"type":"string","maxLength":\(WebLimits.nameLength)}}}]},
        "Parties":{"anyOf":[{"$ref":"#/components/schemas/Party"},{"type":"array","maxItems":\(WebLimits.recipients),"items":{"$ref":"#/components/schemas/Party"}},{"type":"null"}]},
        "Sender":{"anyOf":[{"$ref":"#/components/schemas/Party"},{"type":"null"}]},
        "Mail":{"type":"object","description":"A mail: header and body, as text in mail or its bytes by Base64 in mailBase64",
         "properties":{"mail":{"type":["string","null"]},"mailBase64":{"type":["string","null"]},
          "from":{"$ref":"#/components/schemas/Name"},
          "to":{"anyOf":[{"$ref":"#/components/schemas/Name"},{"type":"array","maxItems":\(WebLimits.recipients),"items":{"type":"string","maxLength":\(WebLimits.nameLength)}}]},
          "client":{"$ref":"#/components/schemas/Address"},"clientName":{"$ref":"#/components/schemas/Name"},"helo":{"$ref":"#/components/schemas/Name"},
          "account":{"$ref":"#/components/schemas/Name"},"id":{"$ref":"#/components/schemas/Name"}},
         "oneOf":[{"required":["mail"],"properties":{"mail":{"type":"string"},"mailBase64":{"type":"null"}}},
          {"required":["mailBase64"],"properties":{"mail":{"type":"null"},
           "mailBase64":{"type":"string","pattern":"^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}(==)?|[A-Za-z0-9+/]{3}=?)?$"}}}]},
        "TextMessage":\(text("sms", #""sms","mms","rcs""#, isTextNeeded: true)),
        "ChatLine":\(text("im", #""im""#, isTextNeeded: true)),
        "Post":\(text("post", #""post","ad""#, isTextNeeded: true)),
        "Call":\(text("voice", #""voice""#, isTextNeeded: false)),
        "Batch":{"type":"object","required":["messages"],"properties":{"messages":{"type":"array","maxItems":\(WebLimits.batchCount),
         "description":"Each as it is sent alone; one that is wrong gets a problem at its place","items":{}}}},
        "Reason":{"type":"object","required":["id","layer","weight","text"],
         "properties":{"id":{"type":"string"},"layer":{"enum":["equipment","network","service","filtering","feedback"]},"weight":{"type":"number"},"text":{"type":"string"}}},
        "Coverage":{"type":"object","required":["answered","missing"],"properties":{"answered":{"type":"integer"},
         "missing":{"type":"array","items":{"type":"object","required":["what","reason"],"properties":{"what":{"type":"string"},"reason":{"type":"string"}}}}}},
        "Verdict":{"type":"object","required":["path","channel","probability","class","disposition","carriedOut","language","reasons","coverage","model","milliseconds","policy","threshold","ref"],
         "properties":{"path":{"type":["string","null"]},"channel":{"type":"string"},"probability":{"type":"number","minimum":0,"maximum":1},"class":{"type":"string"},
          "disposition":{"enum":["accept","tag","quarantine","defer","reject","discard"]},"carriedOut":{"type":"boolean"},"language":{"type":["string","null"]},
          "reasons":{"type":"array","items":{"$ref":"#/components/schemas/Reason"}},"coverage":{"$ref":"#/components/schemas/Coverage"},
          "model":{"type":"string"},"milliseconds":{"type":"number"},"policy":{"type":"string"},"threshold":{"type":["string","null"]},
          "ref":{"type":"string","description":"For /v1/verdicts and /v1/feedback"}}},
        "Verdicts":{"type":"object","required":["verdicts"],"properties":{"verdicts":{"type":"array","items":{"anyOf":[{"$ref":"#/components/schemas/Verdict"},
         {"type":"object","required":["problem"],"properties":{"path":{"type":["string","null"]},"problem":{"$ref":"#/components/schemas/Problem"}}}]}}}},
        "Feedback":{"type":"object","description":"Either spam or forget; either ref, or kind and message",
         "properties":{"spam":{"type":["boolean","null"]},"forget":{"enum":[true,null],"description":"Takes back what was said of it"},"reason":{"$ref":"#/components/schemas/Name"},"ref":{"$ref":"#/components/schemas/Name"},
          "kind":{"enum":["mail","sms","im","post","call",null]},"message":{"description":"As it is sent to be checked"}}},
        "Outcome":{"type":"object","required":["outcome"],"properties":{"outcome":{"enum":["learnt","forgotten","kept"]},"id":{"type":"string"},"model":{"type":"string"},"because":{"type":"string"}}},
        "MatrixQuestion":{"type":"object","description":"As synapse-http-antispam sends it","properties":{"event":{},"id":{}}},
        "Health":{"type":"object","required":["status","version","model","messagesInWork"],
         "properties":{"status":{"const":"serving"},"version":{"type":"string"},"model":{"type":"string"},"messagesInWork":{"type":"integer"}}},
        "Problem":{"type":"object","description":"RFC 9457","required":["type","title","status","detail","remedy"],
         "properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
          "pointer":{"type":"string","description":"Where in the content: a JSON pointer, or a field"},"offset":{"type":"integer","description":"The byte of the content"},
          "remedy":{"type":"string","description":"What to do"}}},
        "AkismetKey":{"type":"object","properties":{"api_key":{"type":"string"},"key":{"type":"string"},"blog":{"type":"string"}}},
        "AkismetComment":{"type":"object","description":"blog and user_ip have to be there: the answer is invalid without",
         "properties":{"api_key":{"type":"string"},"blog":{"type":"string"},"user_ip":{"type":"string"},"comment_content":{"type":"string"},"comment_author":{"type":"string"},
          "comment_author_email":{"type":"string"},"comment_author_url":{"type":"string"},"comment_date_gmt":{"type":"string"},"user_role":{"type":"string"},"is_test":{"type":"string"}}}
        }
        """

    private static func text(_ channel: String, _ channels: String, isTextNeeded: Bool) -> String {
        """
        {"type":"object"\(isTextNeeded ? #","required":["text"]"# : ""),"properties":{"text":{"type":\(isTextNeeded ? #""string""# : #"["string","null"]"#)},
          "channel":{"enum":[\(channels),null],"description":"\(channel) unless said"},"from":{"$ref":"#/components/schemas/Sender"},"to":{"$ref":"#/components/schemas/Parties"},
          "time":{"$ref":"#/components/schemas/Time"},"client":{"$ref":"#/components/schemas/Address"},"direction":{"$ref":"#/components/schemas/Direction"},
          "id":{"$ref":"#/components/schemas/Name"}}}
        """
    }
}
